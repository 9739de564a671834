package de.quartierwerk.ingestion.intake.file;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of an OpenDocument part one after the other, with how deep each lies. */
final class OdsMarkup implements AutoCloseable {
    private final XMLStreamReader in;
    private int depth;

    OdsMarkup(InputStream content) throws XMLStreamException {
        this.in = Markup.reader(content);
    }

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    /** Goes on by an event; answers which one. */
    int next() throws XMLStreamException {
        int event = in.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        return event;
    }

    /** Goes to the next beginning of an element that lies deeper than stated; answers whether there is one. */
    boolean nextWithin(int outside) throws XMLStreamException {
        while (in.hasNext() && depth > outside) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the end of the element that has just begun. */
    void skip() throws XMLStreamException {
        int outside = depth - 1;
        while (in.hasNext() && depth > outside) {
            next();
        }
    }

    boolean hasNext() throws XMLStreamException {
        return in.hasNext();
    }

    /** Name of the element, without prefix. */
    String name() {
        return in.getLocalName();
    }

    String text() {
        return in.getText();
    }

    /** An attribute of the element, empty where there is none. Those of LibreOffice's extension are another matter. */
    String attribute(String name) {
        return attribute(name, false);
    }

    /** An attribute of LibreOffice's extension; empty where there is none. */
    String extension(String name) {
        return attribute(name, true);
    }

    private String attribute(String name, boolean extension) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name) && "calcext".equals(in.getAttributePrefix(i)) == extension) {
                return in.getAttributeValue(i);
            }
        }
        return "";
    }

    /** A number of repetitions; 1 where there is none. */
    int times(String name) {
        String text = attribute(name);
        return text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : 1;
    }

    @Override
    public void close() throws XMLStreamException {
        in.close();
    }
}

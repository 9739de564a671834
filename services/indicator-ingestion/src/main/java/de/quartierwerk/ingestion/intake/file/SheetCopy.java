package de.quartierwerk.ingestion.intake.file;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Copies the part of a sheet in a stream and puts the reference to its notes where the format wants it. */
final class SheetCopy {
    /** Id of the relation to the boxes of the notes. */
    static final String DRAWING_ID = "findings";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String REFERENCE = "legacyDrawing";
    private static final Set<String> AFTERWARDS = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private int depth;
    private boolean referred;

    private SheetCopy(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    static void copy(InputStream sheet, OutputStream into) throws XMLStreamException {
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(into, "UTF-8");
        SheetCopy copy = new SheetCopy(Markup.reader(sheet), out);
        out.writeStartDocument("UTF-8", "1.0");
        while (copy.in.hasNext()) {
            copy.event(copy.in.next());
        }
        out.writeEndDocument();
        out.flush();
    }

    private void event(int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                out.writeCharacters(in.getText());
            default -> {
                // comments and processing instructions mean nothing in a sheet
            }
        }
    }

    private void start() throws XMLStreamException {
        if (depth == 1 && in.getLocalName().equals(REFERENCE)) {
            skip();
            return;
        }
        if (depth == 1 && AFTERWARDS.contains(in.getLocalName())) {
            refer();
        }
        depth++;
        out.writeStartElement(text(in.getPrefix()), in.getLocalName(), text(in.getNamespaceURI()));
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            if (text(in.getNamespacePrefix(i)).isEmpty()) {
                out.writeDefaultNamespace(in.getNamespaceURI(i));
            } else {
                out.writeNamespace(in.getNamespacePrefix(i), in.getNamespaceURI(i));
            }
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            out.writeAttribute(
                    text(in.getAttributePrefix(i)),
                    text(in.getAttributeNamespace(i)),
                    in.getAttributeLocalName(i),
                    in.getAttributeValue(i));
        }
    }

    private void end() throws XMLStreamException {
        depth--;
        if (depth == 0) {
            refer();
        }
        out.writeEndElement();
    }

    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = in.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void refer() throws XMLStreamException {
        if (referred) {
            return;
        }
        referred = true;
        out.writeStartElement("n", REFERENCE, "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        out.writeNamespace("n", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        out.writeNamespace("findings", RELATIONS);
        out.writeAttribute("findings", RELATIONS, "id", DRAWING_ID);
        out.writeEndElement();
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }
}

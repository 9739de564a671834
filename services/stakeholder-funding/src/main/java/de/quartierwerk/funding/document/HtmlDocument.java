package de.quartierwerk.funding.document;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes documents as pages. They hold no scripts, styles or addresses of others. */
final class HtmlDocument {

    private HtmlDocument() {}

    static byte[] write(Document document) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeDTD("<!DOCTYPE html>");
            out.writeStartElement("html");
            out.writeAttribute("lang", document.language());
            out.writeStartElement("head");
            out.writeEmptyElement("meta");
            out.writeAttribute("charset", "utf-8");
            element(out, "title", document.title());
            out.writeEndElement();
            out.writeStartElement("body");
            element(out, "h1", document.title());
            for (Document.Block block : document.blocks()) {
                block(out, block);
            }
            out.writeEndElement();
            out.writeEndElement();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void block(XMLStreamWriter out, Document.Block block) throws XMLStreamException {
        if (block instanceof Document.Heading heading) {
            element(out, "h2", heading.text());
        } else if (block instanceof Document.Paragraph paragraph) {
            out.writeStartElement("p");
            lines(out, paragraph.text());
            out.writeEndElement();
        } else if (block instanceof Document.Table table) {
            out.writeStartElement("table");
            row(out, "th", table.head());
            for (List<String> row : table.rows()) {
                row(out, "td", row);
            }
            out.writeEndElement();
        }
    }

    private static void row(XMLStreamWriter out, String name, List<String> cells) throws XMLStreamException {
        out.writeStartElement("tr");
        for (String cell : cells) {
            out.writeStartElement(name);
            lines(out, cell);
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static void lines(XMLStreamWriter out, String text) throws XMLStreamException {
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            if (!first) {
                out.writeEmptyElement("br");
            }
            out.writeCharacters(line);
            first = false;
        }
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}

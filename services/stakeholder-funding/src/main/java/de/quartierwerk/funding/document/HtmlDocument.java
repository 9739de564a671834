package de.quartierwerk.funding.document;

import de.quartierwerk.kit.web.Sha256;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes documents as pages for the screen and for paper. They hold no scripts and no addresses of others. */
final class HtmlDocument {

    private static final String STYLE = """
            body { max-width: 52rem; margin: 2rem auto; padding: 0 1.5rem; color: #1b2a33; background: #fff;
              font: 1rem/1.5 "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif;
              overflow-wrap: break-word; }
            h1 { font-size: 1.7rem; line-height: 1.2; color: #0f4c5c; }
            h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; break-after: avoid; }
            table { width: 100%; border-collapse: collapse; margin: .75rem 0; font-size: .92rem; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #d5dbde; }
            thead th { border-bottom: 2px solid #1b2a33; }
            tr { break-inside: avoid; }
            @page { size: A4; margin: 20mm; }
            @media print { body { margin: 0; padding: 0; max-width: none; font-size: 11pt; } }
            """;

    private HtmlDocument() {}

    /** What a page may do: nothing but its own styles. */
    static String policy(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        int from = html.indexOf("<style>");
        String styles = from < 0 ? "" : html.substring(from + "<style>".length(), html.indexOf("</style>"));
        return "default-src 'none'; style-src " + Sha256.source(styles) + "; base-uri 'none'; form-action 'none'";
    }

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
            out.writeEmptyElement("meta");
            out.writeAttribute("name", "viewport");
            out.writeAttribute("content", "width=device-width, initial-scale=1");
            element(out, "title", document.title());
            element(out, "style", STYLE);
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
            out.writeStartElement("thead");
            row(out, "th", table.head());
            out.writeEndElement();
            out.writeStartElement("tbody");
            for (List<String> row : table.rows()) {
                row(out, "td", row);
            }
            out.writeEndElement();
            out.writeEndElement();
        }
    }

    private static void row(XMLStreamWriter out, String name, List<String> cells) throws XMLStreamException {
        out.writeStartElement("tr");
        for (String cell : cells) {
            out.writeStartElement(name);
            if (name.equals("th")) {
                out.writeAttribute("scope", "col");
            }
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

package de.quartierwerk.ingestion.intake.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Spreadsheets in the format OpenDocument, from the markup of their tables. */
public final class OpenDocuments {
    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private final StringBuilder tables = new StringBuilder();

    /** Adds a table; rows are {@code <table:table-row>} elements. */
    public OpenDocuments table(String name, String rows) {
        tables.append("<table:table table:name=\"" + name + "\" table:style-name=\"ta1\">" + rows + "</table:table>");
        return this;
    }

    /** Adds a table that is hidden. */
    public OpenDocuments hidden(String name, String rows) {
        tables.append("<table:table table:name=\"" + name + "\" table:style-name=\"ta2\">" + rows + "</table:table>");
        return this;
    }

    /** A row of cells. */
    public static String row(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    /** A cell of a type, with an attribute and what is shown. */
    public static String cell(String type, String attribute, String shown) {
        return "<table:table-cell office:value-type=\"" + type + "\" office:" + attribute + "><text:p>" + shown
                + "</text:p></table:table-cell>";
    }

    /** A text. */
    public static String text(String text) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
    }

    /** A number. */
    public static String number(String number) {
        return cell("float", "value=\"" + number + "\"", number);
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return zip(
                "<office:document-content xmlns:office=\"" + OFFICE + "\""
                        + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                        + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                        + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                        + "<office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\">"
                        + "<style:table-properties table:display=\"true\"/></style:style>"
                        + "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties"
                        + " table:display=\"false\"/></style:style></office:automatic-styles>"
                        + "<office:body><office:spreadsheet>" + tables
                        + "</office:spreadsheet></office:body></office:document-content>",
                "");
    }

    /** A document that is locked by a password, or whose content is none. */
    public static byte[] zipped(boolean locked) {
        return zip("<a/>", locked ? "<manifest:encryption-data/>" : "");
    }

    static byte[] zip(String content, String manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            put(zip, "content.xml", content);
            if (!manifest.isEmpty()) {
                put(zip, "META-INF/manifest.xml", manifest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

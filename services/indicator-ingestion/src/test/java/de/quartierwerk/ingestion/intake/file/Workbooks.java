package de.quartierwerk.ingestion.intake.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Spreadsheets as other programs write them, from the markup of their sheets. Styles: 0 general, 1 percent with a
 * decimal, 2 a date, 3 eight digits.
 */
public final class Workbooks {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private String properties = "";

    /** Adds a sheet; rows are {@code <row>} elements. */
    public Workbooks sheet(String name, String rows) {
        return markup(name, "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** Adds a sheet with all of its markup. */
    public Workbooks markup(String name, String markup) {
        sheets.put(name, markup);
        return this;
    }

    /** Hides a sheet. */
    public Workbooks hide(String name) {
        hidden.add(name);
        return this;
    }

    /** Counts days from 1904 on. */
    public Workbooks countFrom1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** Adds or replaces a part. */
    public Workbooks part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** A row of cells, each as markup without reference: {@code <v>1</v>} or {@code t="s"><v>…}. */
    public static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                row.append("<c r=\"").append(CellName.of(number, column)).append('"');
                row.append(cells[column]).append("</c>");
            }
        }
        return row.append("</row>").toString();
    }

    /** A text. */
    public static String text(String text) {
        return " t=\"inlineStr\"><is><t>" + text + "</t></is>";
    }

    /** A number in a style. */
    public static String number(String number, int style) {
        return " s=\"" + style + "\"><v>" + number + "</v>";
    }

    /** A formula with its stored result. */
    public static String formula(String formula, String result) {
        return "><f>" + formula + "</f>" + (result == null ? "" : "<v>" + result + "</v>");
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder list = new StringBuilder();
            StringBuilder relations = new StringBuilder();
            StringBuilder types = new StringBuilder();
            int number = 0;
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                number++;
                list.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\""
                        + (hidden.contains(sheet.getKey()) ? " state=\"hidden\"" : "") + "/>");
                relations.append("<Relationship Id=\"r" + number + "\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
                types.append("<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\""
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
                put(zip, "xl/worksheets/sheet" + number + ".xml", sheet.getValue());
            }
            put(zip, "[Content_Types].xml", types(types.toString()));
            put(
                    zip,
                    "_rels/.rels",
                    relations("<Relationship Id=\"r1\" Type=\"" + OFFICE
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + MAIN + " xmlns:r=\"" + OFFICE + "\">" + properties + "<sheets>" + list
                            + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relations + "<Relationship Id=\"styles\" Type=\"" + OFFICE
                            + "/styles\" Target=\"styles.xml\"/>"));
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet " + MAIN + "><numFmts count=\"3\">"
                            + "<numFmt numFmtId=\"164\" formatCode=\"0.0%\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy-mm-dd\"/>"
                            + "<numFmt numFmtId=\"166\" formatCode=\"00000000\"/></numFmts><cellXfs count=\"4\">"
                            + "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/>"
                            + "</cellXfs></styleSheet>");
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same spreadsheet in Excel's format "Strict Open XML". */
    public static byte[] strict(Workbooks workbook) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook.bytes()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                put(
                        zip,
                        entry.getName(),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .replace(
                                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                                .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String types(String overrides) {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
                + "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>" + overrides + "</Types>";
    }

    private static String relations(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

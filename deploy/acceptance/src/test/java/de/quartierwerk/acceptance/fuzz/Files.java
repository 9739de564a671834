package de.quartierwerk.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that nobody should deliver, by their names. */
public final class Files {

    private static final String CSV = "key;name;parent\n99001001-98;Neu;99001001\n";
    private static final int BOMB = 30_000_000;

    private Files() {}

    /** All of them. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts(files);
        magic(files);
        packed(files);
        json(files);
        return files;
    }

    private static void texts(Map<String, byte[]> files) {
        files.put("empty.csv", new byte[0]);
        files.put("zeros.csv", new byte[5_000]);
        files.put("quote.csv", text("key;name;parent\n\"a;b;c\n"));
        files.put("bom.csv", text("\ufeff"));
        files.put("utf16.csv", CSV.getBytes(StandardCharsets.UTF_16));
        files.put("invalid.csv", new byte[] {'k', ';', (byte) 0xc3, (byte) 0x28, '\n', (byte) 0xff, ';', 'x'});
        files.put("columns.csv", text(";".repeat(100_000) + "\n" + ";".repeat(100_000)));
        files.put("line.csv", text("key;name;parent\nx;" + "y".repeat(2_000_000) + ";99001\n"));
        files.put("lines.csv", text("\n".repeat(200_000)));
        files.put("formula.csv", text("key;name;parent\n=cmd|' /C calc'!A0;" + Oracle.MARKUP + ";@x\n"));
        files.put("control.csv", text("key;name;parent\na\u0000b;\u202ex\u0007;\ud83d\ude00\n"));
        files.put(
                "numbers.csv",
                text("space;indicator;period;value\n99001001-01;dwellings;2023;1e400\n"
                        + "99001001-01;dwellings;0000-13;NaN\n99001001-01;dwellings;9999;" + "9".repeat(4_000) + "\n"));
    }

    private static void magic(Map<String, byte[]> files) {
        files.put("magic.xlsx", text("PK\u0003\u0004" + "x".repeat(200)));
        files.put("magic.gpkg", text("SQLite format 3\u0000" + "x".repeat(4_096)));
        files.put("magic.xls", new byte[] {
            (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0, 0, 0
        });
        files.put("magic.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3});
        files.put("magic.pdf", text("%PDF-1.7\n1 0 obj << /Type /Catalog /OpenAction << /S /JavaScript >> >>"));
        files.put("magic.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        files.put("magic.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0});
        files.put("page.html", text("<html>" + Oracle.MARKUP + "</html>"));
        files.put("entities.xml", text("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
        files.put("program.exe", text("MZ\u0090\u0000\u0003"));
    }

    private static void packed(Map<String, byte[]> files) {
        byte[] zip = zip(Map.of("a.csv", text(CSV)));
        files.put("good.zip", zip);
        files.put("cut.zip", Arrays.copyOf(zip, zip.length / 2));
        files.put("nested.zip", zip(Map.of("b.zip", zip(Map.of("c.zip", zip)))));
        files.put("paths.zip", zip(Map.of("../../a.csv", text(CSV), "/etc/x.csv", text(CSV))));
        files.put("bomb.zip", zip(Map.of("a.csv", new byte[BOMB])));
        files.put("bomb.gz", gzip(new byte[BOMB]));
        files.put("nested.gz", gzip(gzip(text(CSV))));
        files.put("cut.gz", Arrays.copyOf(gzip(text(CSV)), 20));
        files.put("empty.zip", zip(Map.of()));
        files.put("shapes.zip", zip(Map.of("a.shp", text("xxxx"), "a.dbf", text("yyyy"), "a.shx", new byte[3])));
        files.put(
                "sheet.xlsx",
                zip(
                        Map.of(
                                "[Content_Types].xml",
                                text("<!DOCTYPE x [<!ENTITY e \"" + "lol".repeat(50) + "\">]><Types>&e;</Types>"),
                                "xl/workbook.xml",
                                text("<workbook><sheets><sheet name=\"" + "x".repeat(100) + "\"/></sheets></workbook>"),
                                "xl/worksheets/sheet1.xml",
                                text(
                                        "<worksheet><sheetData><row r=\"99999999\"><c r=\"ZZZZ1\"><v>1e400</v></c></row></sheetData>"))));
        files.put("bomb.xlsx", zip(Map.of("[Content_Types].xml", new byte[BOMB])));
        files.put("table.ods", zip(Map.of("content.xml", text("<office:document-content>" + "<a>".repeat(20_000)))));
        files.put(
                "letter.docx",
                zip(Map.of("word/document.xml", text("<w:document/>"), "word/vbaProject.bin", new byte[9])));
    }

    private static void json(Map<String, byte[]> files) {
        files.put("deep.json", text("[".repeat(100_000)));
        files.put(
                "deep.geojson",
                text("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
                        + "{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(5_000)));
        files.put("world.geojson", feature("[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]"));
        files.put("infinite.geojson", feature("[[[1e400,0],[1,1],[0,1],[1e400,0]]]"));
        files.put("open.geojson", feature("[[[9,52],[9.1,52],[9.1,52.1]]]"));
        files.put("numbers.geojson", feature("[[[\"9\",null],[true,52],[{},[]]]]"));
        files.put("point.geojson", feature("[9,52]"));
        files.put("empty.geojson", text("{\"type\":\"FeatureCollection\",\"features\":[]}"));
        files.put(
                "null.geojson", text("{\"type\":\"FeatureCollection\",\"features\":[null,7,{\"type\":\"Feature\"}]}"));
        files.put(
                "stat.json",
                text("{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"a\"],\"size\":[-1],\"value\":{\"9\":1}}"));
    }

    private static byte[] feature(String coordinates) {
        return text(
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"key\":\"fuzz\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}]}");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

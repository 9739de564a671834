package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Writes a spreadsheet again, part by part and otherwise as it is, with notes on its cells. Notes that a sheet had are
 * replaced (ECMA-376-1, 18.7 comments and 18.3.1.51 legacyDrawing).
 */
public final class WorkbookNotes {
    private static final String TYPES = "[Content_Types].xml";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String NO_RELATIONS = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    private static final Pattern OLD_NOTES =
            Pattern.compile("<Relationship\\s[^>]*relationships/(comments|threadedComment)[\"'][^>]*/>");
    private static final Pattern OUR_NOTES =
            Pattern.compile("<Relationship\\s[^>]*Id=[\"']" + SheetCopy.DRAWING_ID + "c?[\"'][^>]*/>");
    private static final String TYPE_OF_NOTES =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String TYPE_OF_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private final ZipFile book;
    private final ZipOutputStream out;
    private final String name;
    private final Map<String, CellNotes> notesOfPart = new LinkedHashMap<>();

    private WorkbookNotes(ZipFile book, ZipOutputStream out) {
        this.book = book;
        this.out = out;
        this.name = freeName(book);
    }

    /**
     * Writes the spreadsheet with its notes.
     *
     * @param notes notes by the names of the sheets
     */
    public static void write(Path workbook, Map<String, CellNotes> notes, OutputStream into) throws IOException {
        try (UnpackedFile file = StrictWorkbook.usual(workbook);
                ZipFile book = new ZipFile(file.path().toFile());
                ZipOutputStream out = new ZipOutputStream(into)) {
            WorkbookNotes writing = new WorkbookNotes(book, out);
            writing.findParts(notes);
            writing.write();
        } catch (XMLStreamException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private void findParts(Map<String, CellNotes> notes) throws IOException {
        SheetParts.of(book).forEach((sheet, part) -> {
            CellNotes ofSheet = notes.get(sheet);
            if (ofSheet != null && !ofSheet.isEmpty()) {
                notesOfPart.put(part, ofSheet);
            }
        });
    }

    private void write() throws IOException, XMLStreamException {
        for (ZipEntry entry : Collections.list(book.entries())) {
            String part = entry.getName();
            if (entry.isDirectory()
                    || notesOfPart.keySet().stream()
                            .anyMatch(sheet -> relations(sheet).equals(part))) {
                continue;
            }
            out.putNextEntry(new ZipEntry(part));
            if (part.equals(TYPES)) {
                put(types(text(TYPES)));
            } else {
                try (InputStream in = book.getInputStream(entry)) {
                    if (notesOfPart.containsKey(part)) {
                        SheetCopy.copy(in, out);
                    } else {
                        in.transferTo(out);
                    }
                }
            }
            out.closeEntry();
        }
        int number = 0;
        for (Map.Entry<String, CellNotes> part : notesOfPart.entrySet()) {
            number++;
            put(relations(part.getKey()), related(part.getKey(), number));
            put(comments(number), NotesXml.comments(part.getValue()));
            put(drawing(number), NotesXml.drawing(part.getValue()));
        }
    }

    private String related(String part, int number) throws IOException {
        String before = book.getEntry(relations(part)) == null ? NO_RELATIONS : text(relations(part));
        String ours = "<Relationship Id=\"" + SheetCopy.DRAWING_ID + "c\" Type=\"" + OFFICE + "/comments\" Target=\"/"
                + comments(number) + "\"/><Relationship Id=\"" + SheetCopy.DRAWING_ID + "\" Type=\"" + OFFICE
                + "/vmlDrawing\" Target=\"/" + drawing(number) + "\"/>";
        String without =
                OUR_NOTES.matcher(OLD_NOTES.matcher(before).replaceAll("")).replaceAll("");
        String open = without.contains("</Relationships>") ? without : NO_RELATIONS;
        return open.replace("</Relationships>", ours + "</Relationships>");
    }

    private String types(String before) {
        StringBuilder ours = new StringBuilder();
        if (!before.contains("Extension=\"vml\"")) {
            ours.append("<Default Extension=\"vml\" ContentType=\"" + TYPE_OF_DRAWING + "\"/>");
        }
        for (int number = 1; number <= notesOfPart.size(); number++) {
            ours.append("<Override PartName=\"/")
                    .append(comments(number))
                    .append("\" ContentType=\"" + TYPE_OF_NOTES + "\"/>");
        }
        return before.replace("</Types>", ours + "</Types>");
    }

    private static String relations(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash) + "/_rels" + part.substring(slash) + ".rels";
    }

    private String comments(int number) {
        return "xl/" + name + number + ".xml";
    }

    private String drawing(int number) {
        return "xl/drawings/" + name + number + ".vml";
    }

    /** A name that the spreadsheet does not use, which it may if it had our notes before. */
    private static String freeName(ZipFile book) {
        StringBuilder name = new StringBuilder("findings");
        while (book.getEntry("xl/" + name + "1.xml") != null) {
            name.append('-');
        }
        return name.toString();
    }

    private String text(String part) throws IOException {
        return SheetParts.text(book, part);
    }

    private void put(String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        put(content);
        out.closeEntry();
    }

    private void put(String content) throws IOException {
        out.write(content.getBytes(StandardCharsets.UTF_8));
    }
}

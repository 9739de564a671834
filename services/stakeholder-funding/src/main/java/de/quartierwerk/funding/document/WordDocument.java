package de.quartierwerk.funding.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Writes documents as files for word processors (DOCX). */
final class WordDocument {

    private static final int TITLE_POINTS = 18;
    private static final int HEADING_POINTS = 13;
    private static final int TEXT_POINTS = 11;

    private WordDocument() {}

    static byte[] write(Document document) {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.getProperties().getCoreProperties().setTitle(document.title());
            text(word.createParagraph(), document.title(), TITLE_POINTS, true);
            for (Document.Block block : document.blocks()) {
                block(word, block);
            }
            word.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void block(XWPFDocument word, Document.Block block) {
        if (block instanceof Document.Heading heading) {
            text(word.createParagraph(), heading.text(), HEADING_POINTS, true);
        } else if (block instanceof Document.Paragraph paragraph) {
            text(word.createParagraph(), paragraph.text(), TEXT_POINTS, false);
        } else if (block instanceof Document.Table table) {
            XWPFTable written =
                    word.createTable(table.rows().size() + 1, table.head().size());
            row(written.getRow(0), table.head(), true);
            for (int i = 0; i < table.rows().size(); i++) {
                row(written.getRow(i + 1), table.rows().get(i), false);
            }
            word.createParagraph();
        }
    }

    private static void row(XWPFTableRow row, List<String> cells, boolean bold) {
        for (int i = 0; i < cells.size(); i++) {
            text(row.getCell(i).getParagraphs().get(0), cells.get(i), TEXT_POINTS, bold);
        }
    }

    private static void text(XWPFParagraph paragraph, String text, int points, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(points);
        run.setBold(bold);
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            if (!first) {
                run.addBreak();
            }
            run.setText(line, first ? 0 : run.getCTR().sizeOfTArray());
            first = false;
        }
    }
}

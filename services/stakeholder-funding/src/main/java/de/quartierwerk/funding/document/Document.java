package de.quartierwerk.funding.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document (Schriftstück): its title and what stands below, in order.
 *
 * @param language code of the language
 * @param title title
 * @param blocks headings, paragraphs and tables
 */
public record Document(String language, String title, List<Block> blocks) {

    /** Copies the list. */
    public Document {
        blocks = List.copyOf(blocks);
    }

    /** A part of a document. */
    public sealed interface Block {}

    /**
     * A heading.
     *
     * @param text its words
     */
    public record Heading(String text) implements Block {}

    /**
     * A paragraph; lines in it stay lines.
     *
     * @param text its words
     */
    public record Paragraph(String text) implements Block {}

    /**
     * A table.
     *
     * @param head titles of the columns
     * @param rows cells, as many in each row as there are columns
     */
    public record Table(List<String> head, List<List<String>> rows) implements Block {
        /** Copies the lists. */
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A document that is being written. */
    public static Writer write(String language, String title) {
        return new Writer(language, clean(title));
    }

    /** Without what no XML may hold. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(each -> each == '\n'
                        || (each >= ' ' && each < 0xD800)
                        || (each > 0xDFFF && each != 0xFFFE && each != 0xFFFF))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Takes in the parts of a document. */
    public static final class Writer {

        private final String language;
        private final String title;
        private final List<Block> blocks = new ArrayList<>();

        private Writer(String language, String title) {
            this.language = language;
            this.title = title;
        }

        /** Adds a heading. */
        public Writer heading(String text) {
            blocks.add(new Heading(clean(text)));
            return this;
        }

        /** Adds a paragraph where there is a text. */
        public Writer paragraph(@Nullable String text) {
            if (text != null && !text.isBlank()) {
                blocks.add(new Paragraph(clean(text)));
            }
            return this;
        }

        /** Adds a table where there are rows. */
        public Writer table(List<String> head, List<List<String>> rows) {
            if (!rows.isEmpty()) {
                blocks.add(new Table(
                        head.stream().map(Document::clean).toList(),
                        rows.stream()
                                .map(row -> row.stream().map(Document::clean).toList())
                                .toList()));
            }
            return this;
        }

        /** The document. */
        public Document document() {
            return new Document(language, title, blocks);
        }
    }
}

package de.quartierwerk.registry.ogc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the OGC API for people.
 *
 * @param language code of its language
 * @param kind what stands above the title
 * @param facts what stands below it
 * @param trail the pages above this one
 * @param texts words of the frame
 * @param css style sheet
 */
record OgcPage(
        String language,
        String kind,
        String title,
        List<String> facts,
        List<Anchor> trail,
        List<Section> sections,
        Texts texts,
        String css) {

    /** Words of the frame. */
    record Texts(String skip, String forms, String footer) {}

    /** A link; without an address only its text. */
    record Anchor(String text, @Nullable String href) {}

    /**
     * A part of the page.
     *
     * @param map a map as SVG
     * @param header names of the table's columns; empty without a table
     * @param numbers the number of the first column that holds numbers
     */
    record Section(
            String heading,
            List<String> paragraphs,
            @Nullable String map,
            List<String> header,
            int numbers,
            List<List<Anchor>> rows,
            List<Anchor> links) {

        static Section of(String heading, List<String> paragraphs, List<Anchor> links) {
            return new Section(heading, paragraphs, null, List.of(), 0, List.of(), links);
        }

        static Section of(
                String heading, @Nullable String map, List<String> header, int numbers, List<List<Anchor>> rows) {
            return new Section(heading, List.of(), map, header, numbers, rows, List.of());
        }

        /** Whether a column holds numbers. */
        public boolean isNumber(int column) {
            return column >= numbers;
        }
    }
}

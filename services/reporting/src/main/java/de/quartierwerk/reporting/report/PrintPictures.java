package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.text.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pictures of a page as paper needs them: with their size, the font of the document, and words in place of them. */
final class PrintPictures {
    private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");
    private static final Pattern DESCRIPTION = Pattern.compile("<desc [^>]*>([^<]*)</desc>");
    private static final String NAMESPACE = " xmlns=\"http://www.w3.org/2000/svg\"";

    private PrintPictures() {}

    /**
     * A map in the largest size that fits; its words are title and description.
     *
     * @param width most millimetres
     * @param height most millimetres
     */
    static String map(String svg, String title, double width, double height) {
        Matcher description = DESCRIPTION.matcher(svg);
        String words = Words.html(title) + (description.find() ? ". " + description.group(1) : "");
        String plain = TITLE.matcher(svg).replaceAll("");
        return sized(plain, words, width, height)
                .replace(
                        "font-family=\"sans-serif\" font-weight=\"600\"",
                        "font-family=\"sans-serif\" font-weight=\"700\"")
                .replace("font-family=\"sans-serif\"", "font-family=\"Source Sans 3\"");
    }

    /** A field of a legend. */
    static String swatch(String svg, String words) {
        return sized(svg.replace("<svg ", "<svg" + NAMESPACE + " "), Words.html(words), 7, 4.5);
    }

    private static String sized(String svg, String words, double width, double height) {
        Matcher box = BOX.matcher(svg);
        if (!box.find()) {
            throw new IllegalArgumentException("a picture without viewBox");
        }
        double boxWidth = Double.parseDouble(box.group(1));
        double boxHeight = Double.parseDouble(box.group(2));
        double scale = Math.min(width / boxWidth, height / boxHeight);
        return svg.replaceFirst(
                "<svg ",
                Matcher.quoteReplacement("<svg alt=\"" + words + "\" style=\"width:" + millimetres(scale * boxWidth)
                        + ";height:" + millimetres(scale * boxHeight) + "\" "));
    }

    private static String millimetres(double length) {
        return Math.round(length * 10) / 10.0 + "mm";
    }
}

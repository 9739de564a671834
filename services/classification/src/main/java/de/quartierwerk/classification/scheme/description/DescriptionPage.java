package de.quartierwerk.classification.scheme.description;

import de.quartierwerk.classification.scheme.description.Description.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Descriptions as a page (HTML) and as plain text with marks (Markdown). What a scheme's author wrote is escaped. */
final class DescriptionPage {
    private static final String MARKS = "\\`*_{}[]<>#|~";

    static String html(Description description) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(description.language())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(description.title()))
                .append("</title>\n</head>\n<body>\n<main>\n<h1>")
                .append(escaped(description.title()))
                .append("</h1>\n<p>")
                .append(escaped(description.scheme() + ", " + description.version()))
                .append("</p>\n");
        for (Description.Section section : description.sections()) {
            page.append("<section>\n<h2>").append(escaped(section.heading())).append("</h2>\n");
            for (Point point : section.points()) {
                page.append("<p>").append(escaped(point.text())).append("</p>\n");
                list(page, point.points());
            }
            page.append("</section>\n");
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void list(StringBuilder page, @Nullable List<Point> points) {
        if (points == null || points.isEmpty()) {
            return;
        }
        page.append("<ul>\n");
        for (Point point : points) {
            page.append("<li>").append(escaped(point.text()));
            if (point.points() != null) {
                page.append('\n');
                list(page, point.points());
            }
            page.append("</li>\n");
        }
        page.append("</ul>\n");
    }

    static String markdown(Description description) {
        StringBuilder text = new StringBuilder("# ")
                .append(marked(description.title()))
                .append("\n\n")
                .append(marked(description.scheme() + ", " + description.version()))
                .append('\n');
        for (Description.Section section : description.sections()) {
            text.append("\n## ").append(marked(section.heading())).append('\n');
            for (Point point : section.points()) {
                text.append('\n').append(marked(point.text())).append('\n');
                if (point.points() != null) {
                    text.append('\n');
                    bullets(text, point.points(), "");
                }
            }
        }
        return text.toString();
    }

    private static void bullets(StringBuilder text, List<Point> points, String indent) {
        for (Point point : points) {
            text.append(indent).append("- ").append(marked(point.text())).append('\n');
            if (point.points() != null) {
                bullets(text, point.points(), indent + "  ");
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String marked(String text) {
        StringBuilder marked = new StringBuilder();
        for (char c : text.replaceAll("\\s+", " ").toCharArray()) {
            marked.append(MARKS.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return marked.toString();
    }

    private DescriptionPage() {}
}

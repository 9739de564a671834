package de.quartierwerk.reporting.map;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A coloured map as an SVG element of a page. It has no script and no style attribute; colours are presentation
 * attributes, so that it works under a strict content security policy and in a saved file. Title and description name
 * it for screen readers; the numbers are in the table beside it.
 */
public final class SvgMap {
    private static final int[] SCALE_METRES = {100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000};
    /** Sizes of letters on the grid; the smallest are 7 points where the map is 12 centimetres wide. */
    private static final int SMALLEST_LETTERS = 25;

    private static final int LARGEST_LETTERS = 32;

    private final Drawing drawing;
    private final StringBuilder svg = new StringBuilder(64 * 1024);

    private SvgMap(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * How one space is shown.
     *
     * @param fill colour, null where the space has a gap
     * @param gap why it has no colour, null where it has one
     * @param letters text inside the space where there is room
     * @param marked whether it carries the dot of a space in need
     * @param title text shown on hovering
     * @param address where the space leads to, null where it is no link
     */
    public record Look(
            @Nullable String fill,
            @Nullable Gap gap,
            @Nullable String letters,
            boolean marked,
            @Nullable String title,
            @Nullable String address) {
        /** A space with a colour. */
        public static Look of(String fill, @Nullable String letters, boolean marked, @Nullable String title) {
            return new Look(fill, null, letters, marked, title, null);
        }

        /** A space without one. */
        public static Look without(Gap gap, @Nullable String title) {
            return new Look(null, gap, null, false, title, null);
        }

        /** The same space as a link. */
        public Look linkedTo(String target) {
            return new Look(fill, gap, letters, marked, title, target);
        }

        /** The gap of a space without a colour. */
        Gap gapOrUnclassified() {
            return gap == null ? Gap.UNCLASSIFIED : gap;
        }
    }

    /**
     * Frame of a map.
     *
     * @param id identifier on the page, from which those of title and description are made
     * @param title short name
     * @param description what is to be seen, in one or two sentences
     * @param scale whether a scale bar is drawn
     */
    public record Frame(String id, String title, String description, boolean scale) {}

    /**
     * Colours a drawing.
     *
     * @param looks by space key; a space without one is shown as not classified
     */
    public static String of(Drawing drawing, Frame frame, Map<String, Look> looks) {
        SvgMap map = new SvgMap(drawing);
        map.open(frame, looks);
        map.fills(frame, looks);
        map.outlines();
        map.letters(looks);
        if (frame.scale()) {
            map.scale();
        }
        return map.svg.append("</svg>").toString();
    }

    private void open(Frame frame, Map<String, Look> looks) {
        int height = drawing.height() + (frame.scale() ? 52 : 0);
        svg.append("<svg class=\"map\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(drawing.width())
                .append(' ')
                .append(height)
                .append("\" role=\"")
                .append(looks.values().stream().anyMatch(look -> look.address() != null) ? "group" : "img")
                .append("\" aria-labelledby=\"")
                .append(frame.id())
                .append("-title ")
                .append(frame.id())
                .append("-desc\"><title id=\"")
                .append(frame.id())
                .append("-title\">")
                .append(escape(frame.title()))
                .append("</title><desc id=\"")
                .append(frame.id())
                .append("-desc\">")
                .append(escape(frame.description()))
                .append("</desc><defs>");
        Set<Gap> gaps = EnumSet.of(Gap.UNCLASSIFIED);
        looks.values().stream()
                .filter(look -> look.fill() == null)
                .map(Look::gapOrUnclassified)
                .forEach(gaps::add);
        gaps.forEach(gap -> svg.append(gap.pattern(id(frame, gap))));
        svg.append("</defs>");
    }

    private static String id(Frame frame, Gap gap) {
        return frame.id() + "-" + gap.name().toLowerCase(Locale.ROOT);
    }

    private void fills(Frame frame, Map<String, Look> looks) {
        svg.append("<g stroke=\"#5d6b73\" stroke-width=\"1.4\" stroke-linejoin=\"round\" fill-rule=\"evenodd\">");
        for (Drawing.Shape shape : drawing.shapes()) {
            Look look = looks.getOrDefault(shape.key(), Look.without(Gap.UNCLASSIFIED, null));
            String fill = look.fill() == null ? "url(#" + id(frame, look.gapOrUnclassified()) + ")" : look.fill();
            String address = look.address();
            if (address != null) {
                svg.append("<a href=\"").append(escape(address)).append("\">");
            }
            svg.append("<path d=\"").append(shape.path()).append("\" fill=\"").append(fill);
            if (look.title() == null) {
                svg.append("\"/>");
            } else {
                svg.append("\"><title>").append(escape(look.title())).append("</title></path>");
            }
            if (address != null) {
                svg.append("</a>");
            }
        }
        svg.append("</g>");
    }

    private void outlines() {
        svg.append("<g fill=\"none\" stroke=\"")
                .append(Palette.INK)
                .append("\" stroke-width=\"3.6\" stroke-linejoin=\"round\" pointer-events=\"none\">");
        for (Drawing.Outline outline : drawing.outlines()) {
            svg.append("<path d=\"").append(outline.path()).append("\"/>");
        }
        svg.append("</g>");
    }

    private void letters(Map<String, Look> looks) {
        svg.append(
                "<g class=\"letters\" font-family=\"sans-serif\" font-weight=\"600\" text-anchor=\"middle\" pointer-events=\"none\">");
        for (Drawing.Shape shape : drawing.shapes()) {
            Look look = looks.get(shape.key());
            if (look != null) {
                letters(shape, look);
            }
        }
        svg.append("</g>");
    }

    private void letters(Drawing.Shape shape, Look look) {
        String letters = look.letters() == null ? "" : look.letters();
        int size = Math.min(LARGEST_LETTERS, (int) (1.5 * shape.room() / Math.max(1.0, 0.62 * letters.length())));
        boolean written = !letters.isEmpty() && size >= SMALLEST_LETTERS;
        String ink = Palette.letterOn(look.fill() == null ? Palette.PAPER : look.fill());
        int middle = shape.y() + size * 36 / 100;
        if (written) {
            int baseline = look.marked() ? middle - 5 : middle;
            svg.append("<text x=\"").append(shape.x()).append("\" y=\"").append(baseline);
            svg.append("\" font-size=\"")
                    .append(size)
                    .append("\" fill=\"")
                    .append(ink)
                    .append("\">");
            svg.append(escape(letters)).append("</text>");
        }
        if (look.marked()) {
            int below = written ? middle + 7 : shape.y();
            int radius = Math.max(3, Math.min(6, shape.room() / 2));
            svg.append("<circle cx=\"").append(shape.x()).append("\" cy=\"").append(below);
            svg.append("\" r=\"").append(radius).append("\" fill=\"").append(Palette.INK);
            svg.append("\" stroke=\"#fff\" stroke-width=\"1.5\"/>");
        }
    }

    private void scale() {
        int metres = SCALE_METRES[0];
        for (int candidate : SCALE_METRES) {
            if (candidate / drawing.metresPerUnit() <= drawing.width() / 4.0) {
                metres = candidate;
            }
        }
        int length = (int) Math.round(metres / drawing.metresPerUnit());
        int y = drawing.height() + 28;
        String label = metres < 1000 ? metres + " m" : metres / 1000 + " km";
        svg.append("<g stroke=\"").append(Palette.INK).append("\" stroke-width=\"3\" fill=\"none\"><path d=\"M6 ");
        svg.append(y - 8)
                .append("v8h")
                .append(length)
                .append("v-8\"/></g><text x=\"")
                .append(length + 16);
        svg.append("\" y=\"").append(y + 8).append("\" font-family=\"sans-serif\" font-size=\"32\" fill=\"");
        svg.append(Palette.INK).append("\">").append(label).append("</text>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

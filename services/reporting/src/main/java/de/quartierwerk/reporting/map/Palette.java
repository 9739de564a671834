package de.quartierwerk.reporting.map;

import java.util.List;

/**
 * Colours of classes, by what they mean. Sequential ones go from light to burden in even steps of lightness, so that
 * they stay in order on a grey print; diverging ones have a neutral middle. They were drawn in CIELAB, and
 * {@code PaletteTest} holds that letters are readable on each and that neighbours stay apart with a colour vision
 * deficiency.
 */
public final class Palette {
    /** Classes of an index, from the lowest to the highest. */
    public static final Palette INDEX = new Palette(List.of(
            List.of("#a1dab4"),
            List.of("#fbf7b1", "#9caef1"),
            List.of("#fbf7b1", "#0fc4c3", "#5b70ad"),
            List.of("#fbf7b1", "#08c894", "#007d94", "#17386e"),
            List.of("#fbf7b1", "#62ca83", "#018b89", "#004d65", "#00173b"),
            List.of("#fbf7b1", "#89d586", "#0ba890", "#007481", "#004561", "#001b42"),
            List.of("#fbf7b1", "#9fdb89", "#08ba8a", "#0a8d8c", "#076476", "#003e5b", "#001b42"),
            List.of("#fffbcb", "#b2e491", "#47c989", "#03a393", "#027e87", "#005b71", "#003a58", "#001b42"),
            List.of(
                    "#fffef1", "#bee895", "#66ce86", "#08ad8d", "#008887", "#026674", "#00465c", "#002842",
                    "#00092b")));
    /** Numbers of fields of action of a space, with a neutral beginning for none. */
    public static final Palette NEED = new Palette(List.of(
            List.of("#d94801"),
            List.of("#faf6f1", "#d74127"),
            List.of("#faf6f1", "#ff9a5f", "#d43e24"),
            List.of("#faf6f1", "#fe9b50", "#ca4b08", "#7e0000"),
            List.of("#faf6f1", "#ffa45a", "#d25d06", "#8d2500", "#390c00"),
            List.of("#faf6f1", "#ffb679", "#ea761d", "#b94400", "#7e1c00", "#390c00"),
            List.of("#faf6f1", "#ffc18d", "#fa882a", "#d25d06", "#a63500", "#731800", "#390c00"),
            List.of("#faf6f1", "#ffc89b", "#ff9741", "#e36f17", "#c14b00", "#982b00", "#6b1500", "#390c00"),
            List.of(
                    "#fefcf8", "#ffd1ac", "#ffa358", "#ec791d", "#ca5600", "#a43800", "#7a1f00", "#4c1100",
                    "#1d0400")));
    /** Classes of a change, from improvement to deterioration. */
    public static final Palette CHANGE = new Palette(List.of(
            List.of("#f5f5f5"),
            List.of("#11adab", "#bc6e1c"),
            List.of("#11adab", "#f5f5f5", "#bc6e1c"),
            List.of("#009694", "#0cd0cf", "#ffa858", "#c27322"),
            List.of("#009694", "#0cd0cf", "#f5f5f5", "#ffa858", "#c27322"),
            List.of("#00908f", "#10b8b7", "#20e2e0", "#febf8a", "#e79241", "#bc6e1c"),
            List.of("#00908f", "#10b8b7", "#20e2e0", "#f5f5f5", "#febf8a", "#e79241", "#bc6e1c"),
            List.of("#056a69", "#00908f", "#10b8b7", "#20e2e0", "#febf8a", "#e79241", "#bc6e1c", "#904d00"),
            List.of(
                    "#056a69", "#00908f", "#10b8b7", "#20e2e0", "#f5f5f5", "#febf8a", "#e79241", "#bc6e1c",
                    "#904d00")));

    /** Paper under the patterns of what has no class. */
    static final String PAPER = "#ffffff";
    /** Ink of lines and letters; of ink and white one always has a contrast of 4.5 with a colour. */
    static final String INK = "#000000";

    private final List<List<String>> colours;

    private Palette(List<List<String>> colours) {
        this.colours = colours;
    }

    /**
     * Colour of one of several classes.
     *
     * @param index number of the class, from 0 for the lowest
     * @param classes number of classes; with more than there are colours, neighbours share one
     */
    public String colour(int index, int classes) {
        List<String> scheme = colours.get(Math.min(Math.max(classes, 1), colours.size()) - 1);
        int place = classes <= scheme.size() ? index : (int) ((long) index * scheme.size() / classes);
        return scheme.get(Math.max(0, Math.min(place, scheme.size() - 1)));
    }

    /**
     * The palette of the classes of an index: that of a change where their codes are signs such as {@code +} and
     * {@code -}, else a sequential one.
     *
     * @param codes class codes from the lowest index value upwards
     */
    public static String ofClass(List<String> codes, int index) {
        boolean change = codes.size() > 1 && codes.stream().allMatch(code -> code.matches("[-+/=±−]+|0"));
        if (!change) {
            return INDEX.colour(index, codes.size());
        }
        boolean improvesFirst = codes.get(0).startsWith("+");
        return CHANGE.colour(improvesFirst ? index : codes.size() - 1 - index, codes.size());
    }

    /** Ink or white, whichever has the greater contrast with a colour (WCAG 2.2, relative luminance). */
    static String letterOn(String colour) {
        double luminance = luminance(colour);
        double withInk = (luminance + 0.05) / (luminance(INK) + 0.05);
        double withWhite = 1.05 / (luminance + 0.05);
        return withInk >= withWhite ? INK : "#ffffff";
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int from) {
        double channel = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

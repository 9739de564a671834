package de.quartierwerk.reporting.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A word-sized line that shows how a value has changed. It decorates the numbers beside it: a value that is not shown
 * leaves a gap, the last value is a dot.
 */
public final class Sparkline {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 28;
    private static final int EDGE = 4;

    private Sparkline() {}

    /**
     * Draws values from the oldest to the latest at equal distances.
     *
     * @param values null where a value is not shown
     * @return empty with fewer than two values to draw
     */
    public static Optional<String> of(List<BigDecimal> values) {
        List<BigDecimal> shown =
                values.stream().filter(Objects::nonNull).sorted().toList();
        if (shown.size() < 2) {
            return Optional.empty();
        }
        double lowest = shown.get(0).doubleValue();
        double span = shown.get(shown.size() - 1).doubleValue() - lowest;
        StringBuilder path = new StringBuilder();
        String last = "";
        boolean pen = false;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                pen = false;
                continue;
            }
            long x = EDGE + Math.round((double) i * (WIDTH - 2 * EDGE) / (values.size() - 1));
            double share = span == 0 ? 0.5 : (values.get(i).doubleValue() - lowest) / span;
            long y = HEIGHT - EDGE - Math.round(share * (HEIGHT - 2 * EDGE));
            path.append(pen ? 'L' : 'M').append(x).append(' ').append(y);
            last = "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"3\" fill=\"#a63603\"/>";
            pen = true;
        }
        return Optional.of(
                "<svg class=\"spark\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                        + "\" aria-hidden=\"true\"><path d=\"" + path
                        + "\" fill=\"none\" stroke=\"#0f4c5c\" stroke-width=\"1.8\" stroke-linejoin=\"round\"/>" + last
                        + "</svg>");
    }
}

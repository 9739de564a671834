package de.quartierwerk.reporting.map;

import java.util.Arrays;

/** Contrast (WCAG 2.2), lightness (CIELAB) and difference (CIEDE2000, Sharma and others 2005) of colours. */
final class ColourMeasures {
    private static final double[][] TO_XYZ = {
        {.4124564, .3575761, .1804375}, {.2126729, .7151522, .0721750}, {.0193339, .1191920, .9503041}
    };
    private static final double[] WHITE = {.95047, 1, 1.08883};

    /** Normal sight, and protanopia, deuteranopia and tritanopia after Machado and others (2009). */
    private static final double[][][] SIGHTS = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
        {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
        {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}}
    };

    private ColourMeasures() {}

    static double contrast(String one, String other) {
        double a = times(TO_XYZ, linear(one))[1] + .05;
        double b = times(TO_XYZ, linear(other))[1] + .05;
        return Math.max(a, b) / Math.min(a, b);
    }

    static double lightness(String colour) {
        return lab(linear(colour))[0];
    }

    /** The least difference that any kind of sight sees. */
    static double leastDifference(String one, String other) {
        return Arrays.stream(SIGHTS)
                .mapToDouble(sight ->
                        difference(lab(clipped(times(sight, linear(one)))), lab(clipped(times(sight, linear(other))))))
                .min()
                .orElseThrow();
    }

    private static double difference(double[] one, double[] other) {
        double chroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double stretch = 1.5 - .5 * Math.sqrt(Math.pow(chroma, 7) / (Math.pow(chroma, 7) + Math.pow(25, 7)));
        double c1 = Math.hypot(one[1] * stretch, one[2]);
        double c2 = Math.hypot(other[1] * stretch, other[2]);
        double h1 = hue(one[1] * stretch, one[2]);
        double h2 = hue(other[1] * stretch, other[2]);
        boolean grey = c1 * c2 == 0;
        double turn = grey ? 0 : (h2 - h1 + 540) % 360 - 180;
        double hueDifference = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
        double meanHue = grey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
        double meanChroma = (c1 + c2) / 2;
        double fromMiddle = Math.pow((one[0] + other[0]) / 2 - 50, 2);
        double t = 1
                - .17 * cos(meanHue - 30)
                + .24 * cos(2 * meanHue)
                + .32 * cos(3 * meanHue + 6)
                - .2 * cos(4 * meanHue - 63);
        double l = (other[0] - one[0]) / (1 + .015 * fromMiddle / Math.sqrt(20 + fromMiddle));
        double c = (c2 - c1) / (1 + .045 * meanChroma);
        double h = hueDifference / (1 + .015 * meanChroma * t);
        double rotation = -Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((meanHue - 275) / 25, 2))))
                * 2
                * Math.sqrt(Math.pow(meanChroma, 7) / (Math.pow(meanChroma, 7) + Math.pow(25, 7)));
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double hue(double a, double b) {
        return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double[] lab(double[] rgb) {
        double[] xyz = times(TO_XYZ, rgb);
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            double share = xyz[i] / WHITE[i];
            f[i] = share > 216 / 24389.0 ? Math.cbrt(share) : (24389 / 27.0 * share + 16) / 116;
        }
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double[] linear(String colour) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            rgb[i] = channel <= .04045 ? channel / 12.92 : Math.pow((channel + .055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double[] clipped(double[] rgb) {
        return Arrays.stream(rgb)
                .map(channel -> Math.max(0, Math.min(1, channel)))
                .toArray();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
                .toArray();
    }
}

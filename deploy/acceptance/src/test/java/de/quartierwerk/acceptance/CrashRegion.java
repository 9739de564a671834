package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Many plain spaces and values that can be computed from their position alone, so that each lost one is missed. */
final class CrashRegion {

    static final String LEVEL = "crash-area";
    static final String SCHEME = "crash";
    static final int SPACES = 1_000;
    static final int INDICATORS = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private CrashRegion() {}

    static String space(int number) {
        return String.format(Locale.ROOT, "crash-%05d", number);
    }

    static String indicator(int number) {
        return String.format(Locale.ROOT, "crash-%02d", number);
    }

    static int denominator(int space) {
        return 500 + space % 1_000;
    }

    static int numerator(int space, int indicator, int year) {
        return 10 + (space * 31 + indicator * 17 + year * 7) % 400;
    }

    /** The value in percent as the platform gives it. */
    static BigDecimal value(int space, int indicator, int year) {
        return BigDecimal.valueOf(numerator(space, indicator, year))
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominator(space)), 12, RoundingMode.HALF_UP);
    }

    /** Whether the scheme's rule holds: the first indicator at least 20 % above the rate of all. */
    static boolean inNeed(int space, int year) {
        double numerators = 0;
        double denominators = 0;
        for (int s = 0; s < SPACES; s++) {
            numerators += numerator(s, 0, year);
            denominators += denominator(s);
        }
        double rate = (double) numerator(space, 0, year) / denominator(space);
        return (rate / (numerators / denominators) - 1) * 100 >= 20;
    }

    /** Spaces, indicators and the approved scheme, unless they are there. */
    static void prepare(PlatformClient client) {
        if (client.get("/registry/v1/levels/" + LEVEL, null).status() == 200) {
            return;
        }
        client.put(
                        "/registry/v1/levels/" + LEVEL,
                        "planner",
                        JSON.createObjectNode().put("name", "Raum").put("rank", 35))
                .orFail();
        StringBuilder csv = new StringBuilder("key;name;parent\n");
        for (int s = 0; s < SPACES; s++) {
            csv.append(space(s)).append(";Raum ").append(s).append(";99001002\n");
        }
        ObjectNode options = JSON.createObjectNode()
                .put("level", LEVEL)
                .put("validFrom", "2012-01-01")
                .put("atomic", true);
        String id = client.upload(
                        "/registry/v1/imports",
                        "planner",
                        "crash.csv",
                        BodyPublishers.ofString(csv.toString()),
                        "options",
                        options)
                .orFail()
                .json()
                .get("id")
                .asText();
        client.await("/registry/v1/imports/" + id, "planner", Set.of("COMPLETED"), Duration.ofMinutes(5));
        for (int i = 0; i < INDICATORS; i++) {
            ObjectNode body = JSON.createObjectNode()
                    .put("name", "Kennzahl " + i)
                    .put("unit", "percent")
                    .put("kind", "ratio")
                    .put("polarity", "burden");
            client.put("/ingestion/v1/indicators/" + indicator(i), "steward", body)
                    .orFail();
        }
        Flow.approveScheme(client, scheme());
    }

    /** All values of a year as a long file. */
    static String values(int year) {
        StringBuilder csv = new StringBuilder("space;indicator;period;numerator;denominator\n");
        for (int s = 0; s < SPACES; s++) {
            for (int i = 0; i < INDICATORS; i++) {
                csv.append(space(s))
                        .append(';')
                        .append(indicator(i))
                        .append(';')
                        .append(year)
                        .append(';');
                csv.append(numerator(s, i, year))
                        .append(';')
                        .append(denominator(s))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    /** The mapping of {@link #values}. */
    static ObjectNode mapping() {
        return JSON.createObjectNode()
                .put("layout", "long")
                .put("level", LEVEL)
                .put("spaceColumn", "space")
                .put("indicatorColumn", "indicator")
                .put("periodColumn", "period")
                .put("numeratorColumn", "numerator")
                .put("denominatorColumn", "denominator")
                .put("atomic", true);
    }

    private static ObjectNode scheme() {
        ObjectNode scheme = JSON.createObjectNode()
                .put("code", SCHEME)
                .put("title", "Abbruchprobe")
                .put("description", "Probe")
                .put("source", "Probe")
                .put("level", LEVEL)
                .put("automatic", false);
        ObjectNode index =
                scheme.putArray("indices").addObject().put("code", "sum").put("title", "Summe");
        ArrayNode components = index.putArray("components");
        for (int i = 0; i < INDICATORS; i++) {
            components
                    .addObject()
                    .put("indicator", indicator(i))
                    .put("measure", "value")
                    .put("transform", "none")
                    .put("polarity", "burden")
                    .put("standardise", "z-population")
                    .put("weight", 1);
        }
        index.put("combine", "sum").put("missing", "exclude-space").put("restandardise", "z-population");
        ObjectNode classes = index.putObject("classes").put("method", "breaks").put("closed", "right");
        classes.putArray("breaks").add(-1).add(1);
        classes.putArray("codes").add("1").add("2").add("3");
        classes.putArray("labels").add("1").add("2").add("3");
        ObjectNode need = scheme.putArray("needs")
                .addObject()
                .put("code", "N1")
                .put("title", "Probe")
                .put("targetGroup", "alle");
        need.putObject("when")
                .put("indicator", indicator(0))
                .put("measure", "deviation-percent")
                .put("reference", "all")
                .put("op", ">=")
                .put("value", 20);
        return scheme;
    }
}

package de.quartierwerk.acceptance.faults;

import java.util.List;
import java.util.Locale;

/** What the persons of one run stand on: a level and base spaces of its own. */
final class Ground {
    static final int SPACES = 300;
    static final String MUNICIPALITY = "99001002";

    private final String prefix;

    /** @param prefix of every key and code of this run */
    Ground(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    String level() {
        return prefix + "area";
    }

    String space(int number) {
        return String.format(Locale.ROOT, "%sbase-%04d", prefix, number);
    }

    void prepare(Integrator api) {
        for (String level : List.of(level(), busyLevel())) {
            api.put("/registry/v1/levels/" + level, "planner", "{\"name\":\"Probe\",\"rank\":36}")
                    .orFail();
        }
        StringBuilder csv = new StringBuilder("key;name;parent\n");
        for (int space = 0; space < SPACES; space++) {
            csv.append(space(space))
                    .append(";Raum ")
                    .append(space)
                    .append(';')
                    .append(MUNICIPALITY)
                    .append('\n');
        }
        api.upload(
                        "/registry/v1/imports",
                        "planner",
                        prefix + "base.csv",
                        csv.toString(),
                        "options",
                        importOptions(level()))
                .orFail();
    }

    /** A level whose spaces come and change all the time. */
    String busyLevel() {
        return prefix + "busy";
    }

    static String importOptions(String level) {
        return "{\"level\":\"%s\",\"validFrom\":\"2012-01-01\",\"atomic\":true}".formatted(level);
    }
}

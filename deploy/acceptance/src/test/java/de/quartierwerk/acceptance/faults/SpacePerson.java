package de.quartierwerk.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.acceptance.faults.History.Span;
import de.quartierwerk.acceptance.faults.History.Wrong;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.local.LocalService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Imports spaces, renames them, and asks for changes that have to be refused. */
final class SpacePerson extends Person {
    private static final int IMPORTED = 20;

    private final Ground ground;
    private final Map<String, Named> spaces = new LinkedHashMap<>();
    private int number;

    private record Named(String name, Span written) {}

    SpacePerson(Ground ground, Random random, Integrator api, History history) {
        super(ground.prefix() + "s", random, api, history);
        this.ground = ground;
    }

    @Override
    void turn() {
        importSpaces();
        for (int i = 0; i < 3; i++) {
            rename(new ArrayList<>(spaces.keySet()).get(random.nextInt(spaces.size())));
        }
        String key = new ArrayList<>(spaces.keySet()).get(random.nextInt(spaces.size()));
        refused(put(key, "\"1000000000\"", "refused"));
    }

    private void importSpaces() {
        Instant begin = Instant.now();
        String file = name + "-" + number++;
        StringBuilder csv = new StringBuilder("key;name;parent\n");
        for (int i = 0; i < IMPORTED; i++) {
            csv.append(file)
                    .append('-')
                    .append(i)
                    .append(";new;")
                    .append(Ground.MUNICIPALITY)
                    .append('\n');
        }
        String id = api.upload(
                        "/registry/v1/imports",
                        "planner",
                        file + ".csv",
                        csv.toString(),
                        "options",
                        Ground.importOptions(ground.busyLevel()))
                .orFail()
                .json()
                .get("id")
                .asText();
        JsonNode done = api.await("/registry/v1/imports/" + id, "planner", "state", Set.of("COMPLETED", "FAILED"));
        Span written = new Span(begin, Instant.now());
        if (done.at("/counts/created").asInt() != IMPORTED) {
            history.found(Wrong.DIFFERENT, "import " + file + ": " + done, written);
        }
        for (int i = 0; i < IMPORTED; i++) {
            spaces.put(file + "-" + i, new Named("new", written));
        }
        audited(LocalService.REGISTRY, "spaces-imported", "imports/" + id);
    }

    private void rename(String key) {
        Instant begin = Instant.now();
        String renamed = "name " + number++;
        Answer answer = put(key, tag(key), renamed);
        while (answer.status() == 412 && !nameOf(key).equals(renamed)) {
            answer = put(key, tag(key), renamed);
        }
        if (answer.status() != 412) {
            answer.orFail();
        }
        spaces.put(key, new Named(renamed, new Span(begin, Instant.now())));
        audited(LocalService.REGISTRY, "space-changed", "spaces/" + key);
    }

    private Answer put(String key, String version, String renamed) {
        ObjectNode space = (ObjectNode)
                api.get("/registry/v1/spaces/" + key, "planner").orFail().json();
        space.put("name", renamed);
        return api.put("/registry/v1/spaces/" + key, "planner", space.toString(), Map.of("If-Match", version));
    }

    private String tag(String key) {
        return api.get("/registry/v1/spaces/" + key, "planner")
                .orFail()
                .header("ETag")
                .orElseThrow();
    }

    private String nameOf(String key) {
        return api.get("/registry/v1/spaces/" + key, "planner")
                .orFail()
                .json()
                .get("name")
                .asText();
    }

    @Override
    void check(Checker checker) throws Exception {
        Map<String, List<String>> held = checker.keyed(
                LocalService.REGISTRY,
                "select key, count(*), max(name) from space where key like '" + name + "-%' group by key");
        spaces.forEach((key, kept) -> {
            List<String> row = held.remove(key);
            if (row == null) {
                history.found(Wrong.LOST, "space " + key, kept.written());
            } else if (!row.get(0).equals("1")) {
                history.found(Wrong.DOUBLED, "space " + key + " " + row, kept.written());
            } else if (!row.get(1).equals(kept.name())) {
                history.found(Wrong.DIFFERENT, "space " + key + " " + row + " for " + kept.name(), kept.written());
            }
        });
        held.keySet().forEach(key -> history.found(Wrong.DIFFERENT, "space that nobody made " + key));
        checker.none(
                LocalService.REGISTRY,
                "select file_name from space_import where file_name like '" + name
                        + "-%' group by 1 having count(*) > 1",
                Wrong.DOUBLED,
                "import");
    }
}

package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.acceptance.fuzz.Draft;
import de.quartierwerk.acceptance.fuzz.Operation;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds things that are there for the names in the paths of operations, and their tags. */
final class FuzzedThings {

    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");
    private static final List<String> IDS = List.of("id", "key", "code", "number", "version", "space", "validFrom");

    private final PlatformClient client;
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();

    FuzzedThings(PlatformClient client) {
        this.client = client;
    }

    /** Fills in the path of an operation. */
    void fill(Draft draft, Operation operation, Random random) {
        Matcher names = NAME.matcher(operation.path());
        String before = "";
        int from = 0;
        while (names.find()) {
            before += operation.path().substring(from, names.start());
            String id = id(before, operation, names.group(1), random);
            draft.path(names.group(1), id);
            before += id;
            from = names.end();
        }
        if (operation.parameters("header").contains("If-Match") && random.nextInt(8) > 0) {
            draft.header("If-Match", tag(draft.address()));
        }
    }

    /** The paths of an operation for the things that are there, at most so many of each list. */
    List<String> paths(Operation operation, int most) {
        List<String> paths = List.of("");
        Matcher names = NAME.matcher(operation.path());
        int from = 0;
        while (names.find()) {
            List<String> longer = new ArrayList<>();
            String between = operation.path().substring(from, names.start());
            for (String path : paths) {
                lists.computeIfAbsent(path + between, this::read).stream()
                        .limit(most)
                        .forEach(id -> longer.add(path + between + Draft.encoded(id)));
            }
            paths = longer;
            from = names.end();
        }
        String rest = operation.path().substring(from);
        return paths.stream().map(path -> path + rest).toList();
    }

    /** Forgets the tags, after something was changed. */
    void changed() {
        tags.clear();
    }

    private String id(String list, Operation operation, String name, Random random) {
        List<String> found = lists.computeIfAbsent(list, this::read);
        if (found.isEmpty() || (operation.method().equals("PUT") && random.nextInt(4) == 0)) {
            return operation.sample(name);
        }
        return found.get(random.nextInt(found.size()));
    }

    private List<String> read(String list) {
        List<String> ids = new ArrayList<>();
        String path = list.substring(0, list.length() - 1);
        Answer answer = client.get(path + "?limit=20", "admin");
        JsonNode items = answer.status() == 200 ? answer.json() : null;
        if (answer.status() == 400) {
            answer = client.get(path, "admin");
            items = answer.status() == 200 ? answer.json() : null;
        }
        if (items == null) {
            // a list inside of a thing
            int last = path.lastIndexOf('/');
            Answer thing = client.get(path.substring(0, last), "admin");
            items = thing.status() == 200 ? thing.json().path(path.substring(last + 1)) : null;
        }
        if (items != null) {
            (items.has("items") ? items.get("items") : items)
                    .forEach(item -> IDS.stream()
                            .filter(item::has)
                            .findFirst()
                            .ifPresent(id -> ids.add(item.get(id).asText())));
        }
        return ids;
    }

    /** The tag of what a path, or the nearest one above it, gives. */
    private String tag(String path) {
        return tags.computeIfAbsent(path, key -> {
            for (String each = key;
                    each.chars().filter(c -> c == '/').count() > 3;
                    each = each.substring(0, each.lastIndexOf('/'))) {
                Answer answer = client.get(each, "admin");
                if (answer.status() == 200 && answer.header("ETag").isPresent()) {
                    return answer.header("ETag").get();
                }
            }
            return "\"1\"";
        });
    }
}

package de.quartierwerk.acceptance;

import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the SQL statements of every page of every list that the tests of this module get. */
final class ListStatements {
    private static final Pattern COUNT = Pattern.compile("sql;desc=\"(\\d+)\"");

    private final Map<String, Pattern> lists = new LinkedHashMap<>();
    private final Map<String, Integer> most = new TreeMap<>();

    /** Reads which operations answer pages; answers before that are not counted. */
    synchronized void read(PlatformClient client) {
        read(ApiDocument.calls(client));
    }

    synchronized void read(Collection<ApiDocument.Call> calls) {
        calls.stream()
                .filter(call -> call.method().equals("GET") && call.pages())
                .forEach(call -> lists.put(
                        call.toString(), Pattern.compile(call.toString().replaceAll("[{][^}]*}", "[^/]+"))));
    }

    /** Counts an answer. A table is written with the statements of many pages and does not count. */
    synchronized void count(Answer answer) {
        Matcher header = COUNT.matcher(answer.header("Server-Timing").orElse(""));
        boolean page = answer.status() == 200
                && answer.header("Content-Type").orElse("").startsWith("application/json");
        if (page && header.matches()) {
            String request = answer.request().replaceAll("[?].*", "");
            lists.forEach((list, pattern) -> {
                if (pattern.matcher(request).matches()) {
                    most.merge(list, Integer.valueOf(header.group(1)), Math::max);
                }
            });
        }
    }

    /** Lists that take more than {@code allowed} says, are not in it, or are in it and do not exist. */
    synchronized Set<String> faults(Map<String, Integer> allowed) {
        Set<String> faults = new TreeSet<>();
        for (String list : lists.keySet()) {
            Integer limit = allowed.get(list);
            if (limit == null) {
                faults.add(list + " has no row; seen: " + most.get(list));
            } else if (most.getOrDefault(list, 0) > limit) {
                faults.add(list + " takes " + most.get(list) + " statements instead of " + limit);
            }
        }
        allowed.keySet().stream()
                .filter(row -> !lists.containsKey(row))
                .forEach(row -> faults.add(row + " does not exist"));
        return faults;
    }

    /** Lists of which no page was seen. */
    synchronized Set<String> unseen() {
        Set<String> unseen = new TreeSet<>(lists.keySet());
        unseen.removeAll(most.keySet());
        return unseen;
    }
}

package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.kit.problem.MessageText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping while it is being made out, as the members of its JSON, with the reasons. */
final class Draft {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final List<Reason> sure = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    /** Why a member is there. */
    record Reason(String pointer, MessageText text) {}

    /** What a person must decide. */
    record Open(String pointer, MessageText text, List<String> options) {}

    void put(String member, Object value, String code, Object... arguments) {
        members.put(member, value);
        sure.add(new Reason("/" + member, MessageText.of(code, arguments)));
    }

    /** Adds a member that needs no reason. */
    void put(String member, Object value) {
        members.put(member, value);
    }

    void because(String pointer, String code, Object... arguments) {
        sure.add(new Reason(pointer, MessageText.of(code, arguments)));
    }

    void ask(String pointer, List<String> options, String code, Object... arguments) {
        open.add(new Open(pointer, MessageText.of(code, arguments), options));
    }

    /** Says that an empty cell of a column stands for the text above it. */
    void fillDown(String column) {
        listIn(rows(), "fillDown").add(column);
        because("/rows/fillDown", "proposal.fill-down", column);
    }

    /** Says that only rows count that have a text in a column. */
    void where(String column, String text) {
        Map<String, Object> condition = Map.of("column", column, "equals", text);
        Object first = rows().putIfAbsent("where", new LinkedHashMap<>(condition));
        if (first != null) {
            listIn(asObject(first), "and").add(condition);
        }
        because("/rows/where", "proposal.where", column, text);
    }

    private Map<String, Object> rows() {
        return asObject(members.computeIfAbsent("rows", key -> new LinkedHashMap<>()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(Object member) {
        return (Map<String, Object>) member;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> listIn(Map<String, Object> object, String member) {
        return (List<Object>) object.computeIfAbsent(member, key -> new ArrayList<>());
    }

    /** Whether another one says the same of its table, but for the period. */
    boolean isLike(Draft other) {
        return withoutPeriod().equals(other.withoutPeriod());
    }

    private Map<String, Object> withoutPeriod() {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.remove("period");
        return all;
    }

    boolean has(String member) {
        return members.containsKey(member);
    }

    Map<String, Object> members() {
        return members;
    }

    List<Reason> sure() {
        return sure;
    }

    List<Open> open() {
        return open;
    }
}

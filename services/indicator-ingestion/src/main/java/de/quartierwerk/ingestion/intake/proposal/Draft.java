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

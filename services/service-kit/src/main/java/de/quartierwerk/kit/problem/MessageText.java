package de.quartierwerk.kit.problem;

import java.util.List;

/** A text of the bundles as argument of another, rendered in the same language. */
public record MessageText(String code, List<Object> arguments) {

    /** Copies the arguments. */
    public MessageText {
        arguments = List.copyOf(arguments);
    }

    /** The text under this code. */
    public static MessageText of(String code, Object... arguments) {
        return new MessageText(code, List.of(arguments));
    }
}

package de.quartierwerk.kit.problem;

import java.util.List;
import java.util.Map;

/**
 * What a failure means to the caller, before it is put into the caller's language.
 *
 * @param status the HTTP status
 * @param code key of the message bundles
 * @param arguments of the texts
 * @param errors places whose messages are still to be rendered
 * @param places places whose messages are there already, in the caller's language
 * @param headers of the answer
 * @param members of the problem document beside those of every one
 */
record Refusal(
        int status,
        String code,
        List<Object> arguments,
        List<InputError> errors,
        List<Problem.Place> places,
        Map<String, String> headers,
        Map<String, Object> members) {

    static Refusal of(int status, String code, Object... arguments) {
        return new Refusal(status, code, List.of(arguments), List.of(), List.of(), Map.of(), Map.of());
    }

    static Refusal of(Failure failure) {
        return new Refusal(
                failure.status(),
                failure.code(),
                failure.arguments(),
                failure.errors(),
                List.of(),
                failure.headers(),
                failure.members());
    }

    Refusal withErrors(List<InputError> more) {
        return new Refusal(status, code, arguments, more, places, headers, members);
    }

    Refusal withPlaces(List<Problem.Place> more) {
        return new Refusal(status, code, arguments, errors, more, headers, members);
    }

    Refusal withHeader(String name, String value) {
        return new Refusal(status, code, arguments, errors, places, Map.of(name, value), members);
    }
}

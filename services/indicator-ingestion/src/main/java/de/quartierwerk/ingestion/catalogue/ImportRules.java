package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.web.Keys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Checks the definitions of an imported catalogue against each other and the current ones. Pure functions. */
final class ImportRules {
    private final Map<String, Definition> given;
    private final Map<String, Definition> all = new TreeMap<>();
    private final List<InputError> errors = new ArrayList<>();

    private ImportRules(Map<String, Indicator> before, Map<String, Definition> given) {
        this.given = given;
        before.forEach((code, indicator) -> all.put(code, indicator.definition()));
        all.putAll(given);
    }

    /**
     * What is wrong with a catalogue.
     *
     * @param before the current definitions
     * @param themes codes of its themes
     * @param given its definitions
     */
    static List<InputError> check(
            Map<String, Indicator> before, Collection<String> themes, Map<String, Definition> given) {
        ImportRules rules = new ImportRules(before, given);
        themes.stream().sorted().forEach(code -> rules.key("/themes", code));
        new TreeMap<>(given).keySet().forEach(code -> rules.definition(code, before.containsKey(code)));
        if (rules.errors.isEmpty()) {
            rules.cycles();
        }
        return List.copyOf(rules.errors);
    }

    private void definition(String code, boolean known) {
        if (code.startsWith(Indicator.BUILT_IN)) {
            errors.add(InputError.at(pointer("/indicators", code), "indicator.built-in", code, code));
        } else if (key("/indicators", code)) {
            DefinitionRules.check(code, all).forEach(error -> errors.add(within(code, error)));
            if (known) {
                DefinitionRules.unitUsedElsewhere(code, without(code))
                        .forEach(error -> errors.add(within(code, error)));
            }
        }
    }

    private void cycles() {
        for (List<String> cycle : DefinitionRules.cycles(all)) {
            String first = cycle.get(0);
            Definition definition = Objects.requireNonNull(all.get(first), first);
            errors.add(within(first, DefinitionRules.inCycle(first, definition, cycle)));
        }
    }

    /**
     * The definitions that the catalogue does not replace, and the one in question; the others are checked themselves.
     */
    private Map<String, Definition> without(String code) {
        Map<String, Definition> rest = new TreeMap<>(all);
        rest.keySet().removeIf(other -> given.containsKey(other) && !other.equals(code));
        return rest;
    }

    private boolean key(String place, String code) {
        boolean key = Keys.isKey(code);
        if (!key) {
            errors.add(InputError.at(pointer(place, code), "key.malformed", code, pointer(place, code), code));
        }
        return key;
    }

    private static InputError within(String code, InputError error) {
        return new InputError(
                pointer("/indicators", code) + error.pointer(),
                error.line(),
                error.column(),
                error.code(),
                error.value(),
                error.arguments());
    }

    private static String pointer(String place, String code) {
        return place + JsonPointer.empty().appendProperty(code);
    }
}

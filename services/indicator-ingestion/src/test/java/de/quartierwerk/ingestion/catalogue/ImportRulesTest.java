package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.problem.InputError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportRulesTest {
    private static final Definition PERSONS = Definition.of("x", "persons", Kind.COUNT);

    @Test
    void acceptsDefinitionsThatReferToEachOtherAndToKnownOnes() {
        Map<String, Definition> given = Map.of("a", PERSONS, "sum", formula("[a] + [known]"));

        assertThat(check(Map.of("known", PERSONS), given)).isEmpty();
    }

    @Test
    void namesEveryFaultAtItsPlaceInTheDocument() {
        Map<String, Definition> given =
                Map.of("registry:area-km2", PERSONS, "a/b", PERSONS, "lost", formula("[gone]"), "good", PERSONS);

        List<InputError> errors = ImportRules.check(Map.of(), List.of("a theme"), given);

        assertThat(errors)
                .extracting(InputError::pointer)
                .containsExactly(
                        "/themes/a theme",
                        "/indicators/a~1b",
                        "/indicators/lost/formula",
                        "/indicators/registry:area-km2");
        assertThat(errors)
                .extracting(InputError::code)
                .containsExactly("key.malformed", "key.malformed", "indicator.unknown", "indicator.built-in");
    }

    @Test
    void findsACircleThroughAKnownDefinition() {
        Map<String, Definition> known = Map.of("a", PERSONS, "b", formula("[a]"));

        List<InputError> errors = check(known, Map.of("a", formula("[b]")));

        assertThat(errors).extracting(InputError::pointer).containsExactly("/indicators/a/formula");
        assertThat(errors).extracting(InputError::code).containsExactly("indicator.cycle");
    }

    @Test
    void keepsAUnitThatAKnownDefinitionNeeds() {
        Map<String, Definition> known = Map.of(
                "a", PERSONS,
                "b", PERSONS,
                "share", Definition.of("x", "percent", Kind.RATIO).with(Computation.ratio("a", "b")));

        List<InputError> errors = check(known, Map.of("a", Definition.of("x", "km2", Kind.COUNT)));

        assertThat(errors).extracting(InputError::code).containsExactly("indicator.unit-used");
    }

    private static Definition formula(String formula) {
        return PERSONS.with(Computation.formula(formula));
    }

    private static List<InputError> check(Map<String, Definition> before, Map<String, Definition> given) {
        Map<String, Indicator> known = before.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> new Indicator(entry.getKey(), 1, entry.getValue())));
        return ImportRules.check(known, List.of(), given);
    }
}

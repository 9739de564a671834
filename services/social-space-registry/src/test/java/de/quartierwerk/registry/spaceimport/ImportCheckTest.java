package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.kit.problem.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"spaces.csv", "Räume 2024 (neu).geojson", "..csv", "100%.csv"})
    void takesOrdinaryFileNames(String name) {
        assertThat(ImportCheck.fileName(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "..",
                "a/b.csv",
                "a\\b.csv",
                "a\rb.csv",
                "a\nb.csv",
                "a\r\nb.csv",
                "a\u0000.csv",
                "a%0D%0Ab.csv",
                "a%0a.csv"
            })
    void refusesPathsAndControlCharacters(String name) {
        assertRefused(name);
    }

    @Test
    void refusesLongNames() {
        assertRefused("a".repeat(256));
    }

    private static void assertRefused(String name) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> ImportCheck.fileName(name))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("import.file-name");
                    assertThat(refusal.status()).isEqualTo(400);
                });
    }
}

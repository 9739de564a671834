package de.quartierwerk.kit.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.csv",
                "Übersicht 2023 (neu).xlsx",
                "50 % mehr.csv",
                "100%.csv",
                ".gitignore",
                "a..b",
                "社会.csv",
                ""
            })
    void takesPlainNames(String name) {
        assertThat(FileNames.isPlain(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\rb.csv",
                "a\nb.csv",
                "a\0.csv",
                "a\tb.csv",
                "a\u007F.csv",
                "a\u0085.csv",
                "a\u2028.csv",
                "a\u202Evsc.exe",
                "../a.csv",
                "/etc/passwd",
                "C:\\fakepath\\a.csv",
                "a%0d%0aX: 1.csv",
                "a%00.csv",
                "..%2Fa.csv",
                "..%5ca.csv",
                ".",
                ".."
            })
    void refusesPathsAndControlCharacters(String name) {
        assertThat(FileNames.isPlain(name)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void refusesNamesThatAreTooLong() {
        assertThat(FileNames.isPlain("a".repeat(255))).isTrue();
        assertThat(FileNames.isPlain("a".repeat(256))).isFalse();
    }
}

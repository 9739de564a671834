package de.quartierwerk.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE KEY-----",
                "aws = AKIAMADEUPMADEUP1234",
                "password = \"correct-horse-battery\"",
                "\"client_secret\": \"0123456789abcdef\"",
                "url = https://somebody:made-up-word@example.org/x"
            })
    void suspectsWhatLooksLikeASecret(String line) {
        assertThat(Secrets.isSuspect(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=${QUARTIERWERK_DATABASE_PASSWORD}",
                "String password = passwords.getProperty(name);",
                "url = https://example.org/a:b@c"
            })
    void leavesPlaceholdersAlone(String line) {
        assertThat(Secrets.isSuspect(line)).isFalse();
    }

    @Test
    void findsWhatWasRemovedAgain(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        git(folder, "init", "-q");
        commit(folder, "config.txt", "password = \"correct-horse-battery\"\n");
        commit(folder, "config.txt", "password from the environment\n");
        commit(folder, "exempt.txt", "password = \"of-a-made-up-person\"\n");
        // When
        Set<String> found = new Secrets(Set.of("exempt.txt")).inHistory(folder);
        // Then
        assertThat(found).containsExactly("config.txt: password = \"correct-horse-battery\"");
    }

    private static void commit(Path folder, String file, String content) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(file), content);
        git(folder, "add", "-A");
        git(folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", file);
    }

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), List.of(arguments).stream())
                        .toList())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }
}

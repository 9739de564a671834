package de.quartierwerk.local;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.events.Topics;
import de.quartierwerk.servers.KafkaAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void deletesItsOwnDataAndNothingElse() throws IOException {
        Files.createDirectories(folder.resolve("postgresql/base"));
        Files.writeString(folder.resolve("passwords.properties"), "registry=secret");
        Files.writeString(folder.resolve("thesis.txt"), "three years of work");

        new LocalSettings(folder, folder, 0).deleteData();

        assertThat(folder.resolve("postgresql")).doesNotExist();
        assertThat(folder.resolve("passwords.properties")).doesNotExist();
        assertThat(folder.resolve("thesis.txt")).hasContent("three years of work");
    }

    @Test
    void hasNoPortTwice() {
        assertThat(new LocalSettings(folder, folder, 1000).ports().values())
                .doesNotHaveDuplicates()
                .hasSize(9);
    }

    @Test
    void drawsPasswordsOnceAndForItsOwnerOnly() throws IOException {
        Secrets first = Secrets.of(folder);

        Secrets second = Secrets.of(folder);

        assertThat(second.owners())
                .isEqualTo(first.owners())
                .containsOnlyKeys("classification", "funding", "ingestion", "keycloak", "registry", "reporting");
        assertThat(first.owners().values()).doesNotHaveDuplicates().allMatch(password -> password.length() >= 32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void exactValuesAreReadByClassificationAlone() throws IOException {
        Map<String, KafkaAccess.User> users = Secrets.of(folder).kafkaAccess().users();

        assertThat(users).containsOnlyKeys("classification", "funding", "ingestion", "registry", "reporting");
        users.forEach((name, user) -> {
            assertThat(user.reads().contains(Topics.VALUE_PROTECTED)).isEqualTo(name.equals("classification"));
            assertThat(user.writes().contains(Topics.VALUE_PROTECTED)).isEqualTo(name.equals("ingestion"));
        });
    }

    @Test
    void aFolderOfAnEarlierVersionGetsThePasswordsThatItLacks() throws IOException {
        Files.writeString(folder.resolve("passwords.properties"), "registry=secret\n");

        Secrets secrets = Secrets.of(folder);

        assertThat(secrets.password("registry")).isEqualTo("secret");
        assertThat(secrets.kafkaAccess().brokerPassword()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Secrets.of(folder).kafkaAccess()).isEqualTo(secrets.kafkaAccess());
    }
}

package de.quartierwerk.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionFilesTest {

    private static final DemonstrationRegion REGION = DemonstrationRegion.generate(RegionSettings.standard());

    @Test
    void boundaries_areMarkedAsMadeUp() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // When
        new RegionFiles(REGION).boundaries(REGION.territory().spaces(), out);
        // Then
        JsonNode features = new ObjectMapper().readTree(out.toByteArray()).get("features");
        assertThat(features).hasSize(93);
        assertThat(features).allSatisfy(feature -> {
            assertThat(feature.get("properties").get("erfunden").asBoolean()).isTrue();
            assertThat(feature.get("properties").get("gehoert_zu").asText()).hasSize(8);
        });
    }

    @Test
    void counts_areWrittenAsGermanOfficesDo() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // When
        new RegionFiles(REGION).counts(2022, 2023, out);
        // Then
        List<String> lines =
                out.toString(Charset.forName("windows-1252")).lines().toList();
        assertThat(lines).hasSize(1 + 93 * 2);
        assertThat(lines.get(0)).startsWith("Schlüssel;Name;Jahr;Bevölkerung;");
        assertThat(lines.get(1)).matches("99001001-01;.* \\(erfunden\\);2022;\\d{1,2}\\.\\d{3};.*");
    }

    @Test
    void fractions_haveARowPerValue() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long fractions = REGION.indicators().stream().filter(i -> i.fraction()).count();
        // When
        new RegionFiles(REGION).fractions(2023, 2023, out);
        // Then
        assertThat(out.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(1 + 93 * fractions);
    }

    @Test
    void twentyThousandSpaces_areDrawnWithinTheHeapOfATest() throws IOException {
        // Given
        long start = System.nanoTime();
        DemonstrationRegion large = DemonstrationRegion.generate(new RegionSettings(20_000, 1, 2022, 2023));
        // When
        new RegionFiles(large).boundaries(large.territory().spaces(), OutputStream.nullOutputStream());
        new RegionFiles(large).counts(2023, 2023, OutputStream.nullOutputStream());
        // Then
        assertThat(large.territory().spaces()).hasSize(20_000);
        assertThat(large.spacesInNeed()).isBetween(12_000, 13_200);
        System.out.printf("20,000 spaces in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }
}

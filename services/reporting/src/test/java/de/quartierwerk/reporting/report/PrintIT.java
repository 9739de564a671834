package de.quartierwerk.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.reporting.PdfFile;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports on paper: complete, inside the paper, and readable by machines. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PrintIT {
    private static final String LONG = "Kleinwüstenhausen".repeat(18);

    private final FormRenderer forms;
    private final ObjectMapper json;

    PrintIT(FormRenderer forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    private ObjectNode example(String language) {
        ObjectNode document = json.valueToTree(ReportExamples.document());
        document.put("language", language);
        return document;
    }

    /** Squares in a row, one for each space of the document. */
    private ReportDocument stored(ObjectNode document) throws JsonProcessingException {
        List<Drawing.Shape> shapes = IntStream.range(0, document.get("spaces").size())
                .mapToObj(i -> new Drawing.Shape(
                        document.get("spaces").get(i).get("key").asText(),
                        "M%d 6l100 0 0 100-100 0z".formatted(6 + 110 * i),
                        56 + 110 * i,
                        56,
                        50))
                .toList();
        ReportDocument stored = new ReportDocument();
        stored.document = json.writeValueAsBytes(document);
        stored.drawings = json.writeValueAsBytes(Map.of("social-space", new Drawing(1200, 700, 10, shapes, List.of())));
        return stored;
    }

    private byte[] print(String name, ObjectNode document, boolean draft) throws IOException {
        byte[] file = forms.render(ReportForm.PDF, stored(document), draft);
        Path folder = Files.createDirectories(Path.of("target", "printed"));
        Files.write(folder.resolve(name + ".pdf"), file);
        return file;
    }

    @ParameterizedTest
    @CsvSource({"de, Sozialmonitoring, Seite 1 von, ENTWURF", "en, Social monitoring, Page 1 of, DRAFT"})
    void printsTheFiguresInTheLanguageOfTheReport(String language, String kind, String page, String draft)
            throws IOException {
        byte[] file = print(language, example(language), true);

        assertThat(PdfFile.faults(file)).isEmpty();
        PdfFile read = PdfFile.of(file);
        assertThat(read.title()).isEqualTo(kind + " Example district, 2023");
        assertThat(read.language()).isEqualTo(language);
        assertThat(read.bookmarks()).isEqualTo(5);
        assertThat(read.outside()).isEmpty();
        assertThat(read.pages()).allSatisfy(text -> assertThat(text).contains(draft));
        assertThat(read.text())
                .contains(page, "Fields of action", "HF1 Poverty", "HF2 Ageing", "Mill quarter 1-1-a 3 high", "◆")
                .contains("fewer than 300 inhabitants", "Report of the schools")
                .contains("Meeting point", "Neighbourhood work", "Paper 2024/0123".substring(6), "Statistics office");
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        byte[] first = print("first", example("de"), false);
        print("draft", example("de"), true);
        print("english", example("en"), true);

        assertThat(print("second", example("de"), false)).isEqualTo(first);
        assertThat(PdfFile.of(first).text()).doesNotContain("ENTWURF");
    }

    @ParameterizedTest
    @CsvSource({"long, ''", "hostile, x"})
    void keepsWhateverOthersWroteInsideThePaper(String name, String hostile) throws IOException {
        String text = hostile.isEmpty() ? LONG : "\u202eA<svg onload=alert(1)>&{w}\u0007\u200f\ud83d\ude00]]>";
        ObjectNode document = example("de");
        ((ObjectNode) document.get("area")).put("name", text);
        ((ArrayNode) document.get("notices")).add(text);
        document.get("spaces").forEach(space -> {
            ((ObjectNode) space).put("name", text);
            ((ObjectNode) space.get("within")).put("name", text);
        });
        for (String part : List.of("classifications", "indicators", "offers", "grants")) {
            document.get(part).forEach(entry -> rename((ObjectNode) entry, text));
        }

        byte[] file = print(name, document, true);

        assertThat(PdfFile.faults(file)).isEmpty();
        assertThat(PdfFile.of(file).outside()).isEmpty();
        assertThat(PdfFile.of(file).text().replace(" ", ""))
                .contains(hostile.isEmpty() ? LONG : "A<svgonload=alert(1)>&{w}□]]>");
    }

    private static void rename(ObjectNode entry, String text) {
        List.of(
                        "schemeTitle",
                        "name",
                        "stakeholder",
                        "targetGroup",
                        "purpose",
                        "applicant",
                        "description",
                        "source",
                        "note")
                .forEach(field -> {
                    if (entry.has(field)) {
                        entry.put(field, text);
                    }
                });
        for (String part : List.of("indices", "needs")) {
            if (entry.has(part)
                    && entry.get(part).size() > 0
                    && entry.get(part).get(0).isObject()) {
                entry.get(part).forEach(each -> ((ObjectNode) each).put("title", text));
            }
        }
        if (entry.has("indices")) {
            entry.get("indices")
                    .forEach(index -> index.get("classes").forEach(each -> ((ObjectNode) each).put("label", text)));
        }
    }

    private static JsonNode mill(ObjectNode document) {
        return StreamSupport.stream(document.get("spaces").spliterator(), false)
                .filter(space -> space.get("name").asText().equals("Mill quarter"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void splitsATableWithManyColumnsAndNamesTheSpacesAgain() throws IOException {
        ObjectNode document = example("de");
        ArrayNode needs = (ArrayNode) document.get("classifications").get(0).get("needs");
        for (int i = 3; i <= 40; i++) {
            ObjectNode need = needs.get(0).deepCopy();
            needs.add(need.put("code", "HF" + i).put("title", "Feld " + i));
        }
        ObjectNode mill = (ObjectNode) mill(document).get("results").get("fields");
        ObjectNode last = ((ArrayNode) mill.get("needs")).get(0).deepCopy();
        ((ArrayNode) mill.get("needs")).add(last.put("code", "HF40"));

        byte[] file = print("wide", document, false);

        assertThat(PdfFile.faults(file)).isEmpty();
        PdfFile read = PdfFile.of(file);
        assertThat(read.outside()).isEmpty();
        assertThat(read.text()).contains("(Teil 1 von ", "HF40", "Mill quarter 1-1-a ●");
    }

    @Test
    void printsAnAreaOfOneSpaceAndOneWithoutAnything() throws IOException {
        ObjectNode one = example("de");
        JsonNode only = mill(one);
        ((ArrayNode) one.get("spaces")).removeAll().add(only);
        ObjectNode none = example("en");
        List.of("spaces", "classifications", "indicators", "offers", "grants", "notices", "marks")
                .forEach(part -> ((ArrayNode) none.get(part)).removeAll());

        byte[] file = print("one", one, false);
        byte[] empty = print("none", none, true);

        assertThat(PdfFile.faults(file)).isEmpty();
        assertThat(PdfFile.of(file).text()).contains("Mill quarter");
        assertThat(PdfFile.faults(empty)).isEmpty();
        assertThat(PdfFile.of(empty).text()).contains("No classification run is published");
    }
}

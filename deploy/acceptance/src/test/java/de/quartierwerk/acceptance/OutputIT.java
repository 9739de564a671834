package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.acceptance.fuzz.Draft;
import de.quartierwerk.acceptance.fuzz.Operation;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What people wrote is text wherever it comes out again: no element of a page, no formula of a table, no template. The
 * tests before this one have put {@link HostileTexts} into everything; here everything is read in every form.
 */
@Order(56)
@ExtendWith(PlatformExtension.class)
class OutputIT {

    /** Longest name of a thing that is read in every form, per list. */
    private static final int MOST_THINGS = 20;

    private static final int MOST_PAGES = 10;
    private static final Set<String> ZIPPED = Set.of("application/zip");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private final Acceptance acceptance;
    private final PlatformClient client;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private final List<BrowsedPages.Page> pages = new ArrayList<>();
    private int carried;

    OutputIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @Test
    void everyFreeText_isCarriedByACall() {
        acceptance.demonstration();
        new HostileCalls(acceptance.hostileClient()).make();
        Set<String> unused = acceptance.texts().unused();
        System.out.println("[output] free texts that no call carried: " + unused);
        // tests that ran alone before have not called everything
        acceptance.platform();
        assertThat(unused).isEmpty();
    }

    @Test
    void aFreeTextThatNobodyCarries_isTold() throws IOException {
        // Given
        JsonNode document = new ObjectMapper().readTree("""
                {"paths":{"/x":{"post":{"requestBody":{"content":{"application/json":{"schema":{"properties":{
                "code":{"type":"string","pattern":"[a-z]+"},"remark":{"type":["string","null"]}}}}}}}}}}""");
        // When
        Set<String> texts = HostileTexts.freeTexts(Operation.of("x", document).get(0));
        // Then
        assertThat(texts).containsExactly("POST /x /remark");
    }

    @Test
    void everythingIsText_inEveryForm() throws IOException, InterruptedException {
        // Given
        acceptance.demonstration();
        new HostileCalls(acceptance.hostileClient()).make();
        // When
        for (Operation operation : ApiDocument.operations(client)) {
            if (!operation.writes() && !operation.path().endsWith("/events")) {
                read(operation);
            }
        }
        for (String path : List.of(
                "/registry/v1/ogc/collections", "/reporting/", "/reporting/indikatoren", "/reporting/berichte")) {
            read(path, "text/html");
        }
        browse();
        System.out.println("[output] read " + seen + ", " + carried + " with a hostile text");
        // Then
        assertThat(faults).isEmpty();
        acceptance.platform();
        assertThat(carried).isGreaterThan(50);
    }

    /** In a browser too, where the machine has one. */
    private void browse() throws IOException, InterruptedException {
        Optional<Path> browser = BrowsedPages.browser();
        if (browser.isEmpty()) {
            System.out.println("skipped: no Chromium here, pages are read by a parser only");
            return;
        }
        try (BrowsedPages browsed = new BrowsedPages(browser.get())) {
            int step = Math.max(1, pages.size() / MOST_PAGES);
            for (int i = 0; i < pages.size(); i += step) {
                assertThat(browsed.open(pages.get(i))).contains("<html", "img src");
            }
            System.out.println(
                    "[output] " + pages.size() + " pages with hostile texts, each " + step + ". in a browser");
            browsed.surprises().forEach(each -> faults.add("the browser asked for " + each));
            // and it would notice
            int before = browsed.surprises().size();
            String page = "<html><body>" + HostileTexts.LONG + "</body></html>";
            browsed.open(new BrowsedPages.Page("default-src 'none'", page.getBytes(StandardCharsets.UTF_8)));
            assertThat(browsed.surprises()).hasSizeGreaterThan(before);
        }
    }

    private void read(Operation operation) throws IOException, InterruptedException {
        Set<String> forms = new LinkedHashSet<>();
        operation
                .json()
                .path("responses")
                .path("200")
                .path("content")
                .fieldNames()
                .forEachRemaining(forms::add);
        FuzzedThings things = new FuzzedThings(client);
        for (String path : things.paths(operation, MOST_THINGS)) {
            Draft query = new Draft(operation);
            for (String name : operation.parameters("query")) {
                if (operation.parameter(name).path("required").asBoolean()) {
                    query.query(name, operation.sample(name));
                }
            }
            String address = query.request().head().get(0).split(" ", -1)[1];
            String asked = address.contains("?") ? path + address.substring(address.indexOf('?')) : path;
            for (String form : forms) {
                read(asked, form);
            }
        }
    }

    private void read(String path, String form) throws IOException, InterruptedException {
        for (String user : List.of("admin", "supplier")) {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create(client.address(path)))
                            .header("Accept", form)
                            .header("Authorization", "Bearer " + client.token(user))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                String type =
                        answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
                seen.merge(type, 1, Integer::sum);
                check(path, type, answer.body());
                if (type.equals("text/html") && text(answer.body()).contains("img src") && user.equals("admin")) {
                    pages.add(new BrowsedPages.Page(
                            answer.headers()
                                    .firstValue("Content-Security-Policy")
                                    .orElse(""),
                            answer.body()));
                }
            }
        }
    }

    private void check(String path, String type, byte[] body) throws IOException {
        if (ZIPPED.contains(type) || type.startsWith(OFFICE)) {
            Path file = Files.write(Files.createTempFile("output", ".zip"), body);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    String name = entry.getName();
                    String text = text(zip.getInputStream(entry).readAllBytes());
                    checkText(path + "!" + name, name.substring(name.lastIndexOf('.') + 1), text);
                }
            } finally {
                Files.delete(file);
            }
        } else if (type.equals("application/pdf")) {
            try (PDDocument file = Loader.loadPDF(body)) {
                checkText(path, "pdf", new PDFTextStripper().getText(file));
                if (file.getDocumentCatalog().getOpenAction() != null
                        || file.getDocumentCatalog().getNames() != null) {
                    faults.add(path + ": something that a reader would do or open");
                }
            }
        } else {
            checkText(path, type.substring(type.indexOf('/') + 1), text(body));
        }
    }

    private void checkText(String where, String kind, String text) {
        if (text.contains("img src") || text.contains("=1+1")) {
            carried++;
        }
        if (text.contains("QUTE")) {
            faults.add(where + ": a template was rendered");
        }
        switch (kind) {
            case "html" -> page(where, text);
            case "csv" -> table(where, text);
            case "xml" -> {
                if (text.contains("<f>") || text.contains("<script") || text.contains("instrText")) {
                    faults.add(where + ": a formula, script or field");
                }
            }
            case "svg", "svg+xml", "markdown" -> {
                if (text.contains("<script") || text.contains("<img src=x")) {
                    faults.add(where + ": markup");
                }
            }
            default -> {
                // JSON says by its type, and by nosniff, that it is none of these
            }
        }
    }

    private void page(String where, String html) {
        if (html.contains(HostileTexts.SHORT)) {
            faults.add(where + ": markup");
        }
        for (Element element : Jsoup.parse(html).getAllElements()) {
            boolean made = element.tagName().equals("script")
                    || element.tagName().equals("img")
                    || element.attributes().asList().stream()
                            .anyMatch(each -> each.getKey().startsWith("on")
                                    || each.getValue().strip().startsWith("javascript:"));
            if (made) {
                faults.add(where + ": the element " + element.outerHtml());
                return;
            }
        }
    }

    private void table(String where, String csv) {
        Set<String> formulas = new TreeSet<>();
        CsvReader.builder()
                .fieldSeparator(';')
                .ofCsvRecord(csv)
                .forEach((CsvRecord row) -> row.getFields().stream()
                        .filter(cell -> cell.matches("(?s)[=+@\t\r\n-].*") && !cell.matches("[-+/]+|-?[\\d.,eE+-]+"))
                        .forEach(formulas::add));
        if (!formulas.isEmpty()) {
            faults.add(where + ": the cells " + formulas);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

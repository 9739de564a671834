package de.quartierwerk.reporting.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.reporting.PdfFile;
import de.quartierwerk.reporting.ReportingConfig;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrinterTest {
    private static final Instant AT = Instant.parse("2024-04-02T08:00:00.123Z");

    private static Printer printer(int heapMegabytes, int seconds, int mostPages) {
        return new Printer(new ReportingConfig() {
            @Override
            public Boundaries boundaries() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Print print() {
                return new Print() {
                    @Override
                    public int heapMegabytes() {
                        return heapMegabytes;
                    }

                    @Override
                    public int timeLimitSeconds() {
                        return seconds;
                    }

                    @Override
                    public int mostPages() {
                        return mostPages;
                    }
                };
            }
        });
    }

    private static Printer printer() {
        return printer(256, 60, 400);
    }

    private static String page(String body) {
        return """
                <html lang="de"><head><title>Bericht</title><style>html, body, p { font-family: "Source Sans 3" }
                .next { page-break-before: always }</style>
                <bookmarks><bookmark name="Anfang" href="#a"></bookmark></bookmarks></head>
                <body><h1 id="a">Bericht</h1>%s</body></html>""".formatted(body);
    }

    private static String pages(int count) {
        return page(IntStream.range(1, count)
                .mapToObj(number -> "<p class=\"next\">Seite " + number + "</p>")
                .collect(Collectors.joining()));
    }

    private static String codeOf(Printer printer, String page) {
        try {
            printer.print(page, AT);
            return "printed";
        } catch (Invalid | Unavailable e) {
            return e.code();
        }
    }

    @Test
    void printsTheSameBytesForTheSamePage() {
        byte[] first = printer().print(pages(3), AT);

        assertThat(printer().print(pages(3), AT)).isEqualTo(first);
        assertThat(PdfFile.faults(first)).isEmpty();
        assertThat(PdfFile.of(first).pages()).hasSize(3);
    }

    @Test
    void remembersWhatItHasJustPrinted() {
        Printer printer = printer();
        byte[] first = printer.print(pages(1), AT);

        assertThat(printer.print(pages(1), AT)).isSameAs(first);
        printer.print(pages(2), AT);
        printer.print(pages(3), AT);
        assertThat(printer.print(pages(1), AT)).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void keepsLettersApartAndReplacesThoseThatItLacks() {
        byte[] file = printer().print(page("<p>Schifffahrt \u202elinks \u4e2d Łódź Şişli ß ●</p>"), AT);

        assertThat(PdfFile.faults(file)).isEmpty();
        assertThat(PdfFile.of(file).text()).contains("Schifffahrt links □ Łódź Şişli ß ●");
    }

    @Test
    void refusesMorePagesThanAllowed() {
        assertThatThrownBy(() -> printer(256, 60, 2).print(pages(3), AT))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("report.too-large");
                    assertThat(refusal.arguments()).containsExactly(3, 2);
                });
    }

    @Test
    void outlivesAProcessThatDies() {
        assertThat(codeOf(printer(8, 60, 400), pages(300))).isEqualTo("report.print-memory");
        assertThat(codeOf(printer(256, 0, 400), pages(3))).isIn("report.print-failed", "report.printer-busy");
        assertThat(codeOf(printer(), "<html><p>nicht zu Ende")).isEqualTo("report.print-failed");
        assertThat(codeOf(printer(), pages(1))).isEqualTo("printed");
    }

    @Test
    void readsNothingThatLiesElsewhere() {
        String elsewhere = page("<img alt=\"x\" src=\"file:///etc/hostname\"/>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" alt=\"x\" viewBox=\"0 0 9 9\" style=\"width:9mm;height:9mm\">"
                + "<image href=\"file:///etc/hostname\" width=\"9\" height=\"9\"/></svg>");

        byte[] file = printer().print(elsewhere, AT);

        assertThat(PdfFile.of(file).text()).isEqualTo("Bericht ");
    }

    @Test
    void endsWithTheService() {
        Printer printer = printer();
        CompletableFuture<String> printing = CompletableFuture.supplyAsync(() -> codeOf(printer, pages(390)));
        await().until(() -> ProcessHandle.current().children().anyMatch(PrinterTest::prints));

        printer.onStop(new ShutdownEvent());

        assertThat(printing.join()).isEqualTo("report.print-failed");
        assertThat(List.of(codeOf(printer, pages(1)))).containsExactly("report.print-failed");
        assertThat(ProcessHandle.current().children().filter(PrinterTest::prints))
                .isEmpty();
    }

    private static boolean prints(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(PrintProgram.class.getName());
    }
}

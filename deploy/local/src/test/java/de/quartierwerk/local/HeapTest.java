package de.quartierwerk.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The heap of each service holds what it needs itself and all that callers can fill, by the settings of both. */
class HeapTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("quartierwerk.checkout", "../.."));
    private static final Path KIT = CHECKOUT.resolve("services/service-kit");

    /** Handlers and buffers of a connection that asks nothing, estimated. */
    private static final int KILOBYTES_OF_A_CONNECTION = 8;

    /** Its bytes, and twice as much for what is read from them. */
    private static final int SIZE_OF_A_DOCUMENT = 3;

    @ParameterizedTest
    @EnumSource(LocalService.class)
    void heapHoldsAllThatCallersCanFill(LocalService service) throws IOException {
        Reckoning reckoning = reckoning(service);

        assertThat(service.heapMegabytes()).isGreaterThanOrEqualTo((int) reckoning.sum());
    }

    @ParameterizedTest
    @EnumSource(LocalService.class)
    void readmeStatesTheReckoning(LocalService service) throws IOException {
        assertThat(KIT.resolve("README.md"))
                .content()
                .contains(reckoning(service).row(service));
    }

    @Test
    void sizesAreReadAsTheSettingsMeanThem() {
        assertThat(megabytes("512K")).isEqualTo(0.5);
        assertThat(megabytes("16M")).isEqualTo(16);
    }

    /** Megabytes by what fills them. */
    private record Reckoning(
            long own, long connections, long forms, long documents, long leaving, long prepared, int heap) {
        long sum() {
            return own + connections + forms + documents + leaving + prepared;
        }

        String row(LocalService service) {
            return "| %s | %d | %d | %d | %d | %d | %d | %d | %d |"
                    .formatted(service.root(), own, connections, forms, documents, leaving, prepared, sum(), heap);
        }
    }

    private static Reckoning reckoning(LocalService service) throws IOException {
        Properties settings = new Properties();
        load(settings, KIT.resolve("src/main/resources/META-INF/microprofile-config.properties"));
        load(settings, service.module(CHECKOUT).resolve("src/main/resources/application.properties"));
        boolean takesForms = Files.readString(service.module(CHECKOUT).resolve("openapi.json"))
                .contains("multipart/form-data");
        double forms = number(settings, "quartierwerk.limits.uploads.all")
                * number(settings, "quarkus.http.limits.max-parameters")
                * size(settings, "quarkus.http.limits.max-form-attribute-size");
        double connections = number(settings, "quartierwerk.limits.connections.all") * KILOBYTES_OF_A_CONNECTION / 1024;
        return new Reckoning(
                service.ownMegabytes(),
                Math.round(connections + size(settings, "quartierwerk.limits.heads")),
                takesForms ? Math.round(forms) : 0,
                Math.round(SIZE_OF_A_DOCUMENT * size(settings, "quartierwerk.limits.arriving.all")),
                Math.round(size(settings, "quartierwerk.limits.leaving.all")),
                Math.round(size(settings, "quartierwerk.http.prepared-answers")),
                service.heapMegabytes());
    }

    private static void load(Properties settings, Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            settings.load(text);
        }
    }

    private static double number(Properties settings, String name) {
        return Double.parseDouble(settings.getProperty(name));
    }

    private static double size(Properties settings, String name) {
        return megabytes(settings.getProperty(name));
    }

    private static double megabytes(String size) {
        double number = Double.parseDouble(size.substring(0, size.length() - 1));
        return switch (size.charAt(size.length() - 1)) {
            case 'K' -> number / 1024;
            case 'M' -> number;
            default -> throw new IllegalArgumentException(size + " has no unit");
        };
    }
}

package de.quartierwerk.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Texts in requests that look free and are none, with the reason, in {@code coded-texts.csv}. */
final class CodedTexts {

    private CodedTexts() {}

    /** Reasons by operation and pointer. */
    static Map<String, String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CodedTexts.class.getResourceAsStream("/coded-texts.csv")),
                StandardCharsets.UTF_8))) {
            Map<String, String> reasons = new TreeMap<>();
            lines.lines().skip(1).map(line -> line.split(";", 2)).forEach(cells -> reasons.put(cells[0], cells[1]));
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

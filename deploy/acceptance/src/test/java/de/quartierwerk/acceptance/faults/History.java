package de.quartierwerk.acceptance.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was asked, what was injected, and what was found wrong afterwards. */
final class History {
    private static final String ROW = "| %-44s | %5s | %8s | %12s | %7s | %12s | %4s | %7s | %9s |%n";

    private static final int SHOWN = 60;
    private static final int LONGEST = 400;

    /** How the platform can break its promise. */
    enum Wrong {
        /** Acknowledged, and not there. */
        LOST,
        /** There more than once. */
        DOUBLED,
        /** There, but otherwise than acknowledged or than in another service. */
        DIFFERENT
    }

    /** From the first attempt to the answer that counts; an update without any is a time. */
    record Span(Instant begin, Instant end) {
        private boolean meets(Span other) {
            return !begin.isAfter(other.end) && !other.begin.isAfter(end);
        }

        private Duration length() {
            return Duration.between(begin, end);
        }
    }

    private record Call(String request, int status, int attempts, Span span) {}

    private record Injection(String fault, Span span) {}

    private record Finding(Wrong wrong, String what, Span span) {}

    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Injection> injections = Collections.synchronizedList(new ArrayList<>());
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    /** Keeps a write with its last answer. */
    void called(String request, int status, int attempts, Span span) {
        calls.add(new Call(request, status, attempts, span));
        if (status >= 500) {
            faults.add(request + " answered " + status);
        }
    }

    /** Keeps an injection, from its begin until everything answered again. */
    void injected(String fault, Instant begin) {
        injections.add(new Injection(fault, new Span(begin, Instant.now())));
    }

    /** Keeps what is wrong with something that was written in this time. */
    void found(Wrong wrong, String what, Span written) {
        findings.add(new Finding(wrong, what, written));
    }

    /** The same for something that no single write stands for. */
    void found(Wrong wrong, String what) {
        found(wrong, what, new Span(Instant.MIN, Instant.MAX));
    }

    /** Keeps an answer or a failure that a well-behaved client must not see. */
    void fault(String what) {
        faults.add(what);
    }

    /** The first of everything that must not be. */
    List<String> wrong() {
        return Stream.concat(
                        List.copyOf(findings).stream().map(found -> found.wrong() + " " + found.what()),
                        List.copyOf(faults).stream())
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .limit(SHOWN)
                .toList();
    }

    /** A row for each fault, and one for all. A write counts where it met the fault or what came right after. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(
                ROW,
                "fault",
                "times",
                "requests",
                "acknowledged",
                "refused",
                "longest stop",
                "lost",
                "doubled",
                "different"));
        table.append("|---|---|---|---|---|---|---|---|---|").append(System.lineSeparator());
        List<Injection> all = List.copyOf(injections);
        all.stream().map(Injection::fault).distinct().sorted().forEach(fault -> {
            List<Span> spans = all.stream()
                    .filter(each -> each.fault().equals(fault))
                    .map(Injection::span)
                    .toList();
            table.append(row(fault, spans.size(), span -> spans.stream().anyMatch(span::meets)));
        });
        return table.append(row("all", all.size(), span -> true)).toString();
    }

    private String row(String fault, int times, Predicate<Span> meets) {
        List<Call> met = List.copyOf(calls).stream()
                .filter(call -> meets.test(call.span()))
                .toList();
        Duration longest = met.stream()
                .map(call -> call.span().length())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return String.format(
                Locale.ROOT,
                ROW,
                fault,
                times,
                met.size(),
                count(met, call -> call.status() / 100 == 2),
                count(met, call -> call.status() / 100 == 4),
                String.format(Locale.ROOT, "%.1f s", longest.toMillis() / 1000.0),
                count(Wrong.LOST, meets),
                count(Wrong.DOUBLED, meets),
                count(Wrong.DIFFERENT, meets));
    }

    private long count(Wrong wrong, Predicate<Span> meets) {
        return List.copyOf(findings).stream()
                .filter(found -> found.wrong() == wrong && meets.test(found.span()))
                .count();
    }

    private static long count(List<Call> calls, Predicate<Call> which) {
        return calls.stream().filter(which).count();
    }
}

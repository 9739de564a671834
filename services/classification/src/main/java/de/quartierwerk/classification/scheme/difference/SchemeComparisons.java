package de.quartierwerk.classification.scheme.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.scheme.difference.Difference.Step;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares versions of schemes and says in words what changed. */
@ApplicationScoped
class SchemeComparisons {
    private static final Set<String> WORDS =
            Set.of("title", "description", "source", "labels", "targetGroup", "automatic", "code");

    /** What holds where a document says nothing. */
    private static final Map<String, JsonNode> DEFAULTS = Map.ofEntries(
            Map.entry("measure", TextNode.valueOf("value")),
            Map.entry("transform", TextNode.valueOf("none")),
            Map.entry("standardise", TextNode.valueOf("none")),
            Map.entry("restandardise", TextNode.valueOf("none")),
            Map.entry("missing", TextNode.valueOf("exclude-space")),
            Map.entry("closed", TextNode.valueOf("right")),
            Map.entry("reference", TextNode.valueOf("all")),
            Map.entry("quantileType", IntNode.valueOf(7)),
            Map.entry("weight", IntNode.valueOf(1)),
            Map.entry("automatic", BooleanNode.FALSE),
            Map.entry("polarityOrder", TextNode.valueOf("before")),
            Map.entry("rankRule", TextNode.valueOf("ceiling")),
            Map.entry("kind", TextNode.valueOf("mean")),
            Map.entry("estimatedOver", TextNode.valueOf("run")));

    private final Schemes schemes;
    private final Messages messages;
    private final CallerLanguage language;

    SchemeComparisons(Schemes schemes, Messages messages, CallerLanguage language) {
        this.schemes = schemes;
        this.messages = messages;
        this.language = language;
    }

    @Transactional
    SchemeComparison compare(String code, int version, int with) {
        JsonNode after = schemes.version(code, version).fullDocument();
        JsonNode before = schemes.version(code, with).fullDocument();
        List<SchemeComparison.Change> changes = new ArrayList<>();
        for (Difference difference : Differences.of(before, after)) {
            changes.add(change(difference));
        }
        boolean same = changes.stream().noneMatch(SchemeComparison.Change::effect);
        return new SchemeComparison(code, with, version, same, changes);
    }

    private SchemeComparison.Change change(Difference difference) {
        String place = difference.steps().stream().map(this::words).collect(Collectors.joining(" › "));
        boolean effect = effect(difference);
        boolean part = difference.steps().get(difference.steps().size() - 1).item() != null;
        String sentence = switch (difference.kind()) {
            case ADDED -> text(part ? "comparison.part-added" : "comparison.added", place, value(difference.after()));
            case REMOVED ->
                text(part ? "comparison.part-removed" : "comparison.removed", place, value(difference.before()));
            case CHANGED, REORDERED ->
                text(
                        "comparison." + difference.kind().name().toLowerCase(Locale.ROOT),
                        place,
                        value(difference.before()),
                        value(difference.after()));
        };
        return new SchemeComparison.Change(
                difference.pointer(),
                difference.kind(),
                place,
                difference.before(),
                difference.after(),
                effect,
                effect || !silent(difference) ? sentence : sentence + " " + text("comparison.held-anyway"));
    }

    /** Titles and texts change no result, nor does writing out a default. */
    private static boolean effect(Difference difference) {
        String field = difference.steps().get(difference.steps().size() - 1).field();
        boolean part = difference.steps().get(difference.steps().size() - 1).item() != null;
        boolean renamed = !part && WORDS.contains(field);
        return !renamed && !silent(difference);
    }

    private static boolean silent(Difference difference) {
        JsonNode usual = DEFAULTS.get(
                difference.steps().get(difference.steps().size() - 1).field());
        JsonNode only = difference.before() == null ? difference.after() : difference.before();
        boolean oneSided = difference.before() == null || difference.after() == null;
        return oneSided
                && usual != null
                && only != null
                && (Differences.same(usual, only) || usual.asText().equals(only.asText()));
    }

    private String words(Step step) {
        String key = "scheme-part." + step.field();
        return step.item() == null ? text(key) : text(key + "-item", step.item());
    }

    private String value(@Nullable JsonNode value) {
        if (value == null) {
            return text("comparison.parts", "0");
        }
        if (value.isObject()) {
            return text("comparison.parts", Integer.toString(value.size()));
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(value(part)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isTextual() ? text("comparison.quoted", value.asText()) : value.asText();
    }

    private String text(String key, Object... arguments) {
        return messages.text(language.locale(), key, arguments);
    }
}

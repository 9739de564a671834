package de.quartierwerk.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kinds of nonsense that can stand in the place of a value. */
public enum Nonsense {
    /** A value of another type. */
    WRONG_TYPE("\"text\"", "7", "true", "[]", "[1]", "{}", "{\"a\":1}", "[[]]", "-0", "0.5"),
    /** Nothing, as a value. */
    NULL("null", "[null]", "{\"a\":null}"),
    /** Numbers beyond every type. */
    HUGE_NUMBER(
            "9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "-2147483649",
            "1e30",
            "-1e30",
            "9".repeat(400),
            "0." + "0".repeat(400) + "1",
            "999999999999999999.99"),
    /** Numbers that are none. */
    NO_NUMBER(
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "NaN",
            "Infinity",
            "\"NaN\"",
            "\"1e400\"",
            "01",
            "+1",
            "0x10",
            "1."),
    /** Nothing, as a text or a list. */
    EMPTY("\"\"", "\" \"", "\"\\t\\n\"", "[]", "{}", "\"\\u00a0\""),
    /** Texts and lists of a size that nobody writes. */
    LONG(
            "\"" + "x".repeat(100_000) + "\"",
            "\"" + "ä".repeat(50_000) + "\"",
            "[" + "1,".repeat(20_000) + "1]",
            "[" + "\"99001001-01\",".repeat(5_000) + "\"99001001-01\"]",
            "\"" + "x".repeat(300) + "\""),
    /** Characters that no text has. */
    CONTROL(
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"a\\u0007b\\r\\nc\"",
            "\"\\ud800\"",
            "\"x\\udfff\\ud800y\"",
            "\"\\u001b[31m\"",
            "\"\\uffff\\ufffe\"",
            "\"a\u0001b\"",
            "\"\\x\""),
    /** Characters that turn the direction or cannot be seen. */
    BIDI(
            "\"\\u202egnp.exe\"",
            "\"\\u2066x\\u2069\"",
            "\"a\\u200bb\\ufeff\"",
            "\"e" + "\\u0301".repeat(200) + "\"",
            "\"🏳️‍🌈𝕏\""),
    /** Markup. */
    MARKUP(
            "\"" + Oracle.MARKUP.replace("\"", "\\\"") + "\"",
            "\"'\\\"><img src=x onerror=alert(1)>\"",
            "\"<!--<svg/onload=alert(1)>\"",
            "\"]]><x/>\"",
            "\"&lt;b&gt;\""),
    /** Texts that something behind could take for its own language. */
    CODE(
            "\"'; drop table outbox; --\"",
            "\"' or 1=1 --\"",
            "\"=1+1\"",
            "\"@SUM(A1)\"",
            "\"{inject:vertx}\"",
            "\"{#each}\"",
            "\"${jndi:ldap://127.0.0.1:1/x}\"",
            "\"#{7*7}\"",
            "\"../../etc/passwd\"",
            "\"%s%n%d\"",
            "\"{0}'{'\"",
            "\"(a+)+$\"",
            "\"[a](b\"",
            "\"%\"",
            "\"_\"",
            "\"\\\\\""),
    /** Days and times that no calendar has. */
    DATE(
            "\"2023-02-30\"",
            "\"0000-00-00\"",
            "\"0000-01-01\"",
            "\"-0001-01-01\"",
            "\"+999999999-12-31\"",
            "\"9999-12-31\"",
            "\"10000-01-01\"",
            "\"1582-10-10\"",
            "\"2023-13\"",
            "\"2023-Q5\"",
            "\"0000\"",
            "\"99999\"",
            "\"2024-01-01T25:00:00Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"2024-01-01T00:00:00+19:00\"",
            "\"2024-01-01T00:00:00\"",
            "\"1/1/24\"",
            "0",
            "1e18"),
    /** Lists in lists in lists. */
    DEEP(
            "[".repeat(900) + "]".repeat(900),
            "[".repeat(20_000),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900),
            "{\"a\":".repeat(20_000)),
    /** Codes of nothing. */
    UNKNOWN_CODE(
            "\"gibt-es-nicht\"",
            "\"00000000-0000-4000-8000-000000000001\"",
            "\"NICHTS\"",
            "\"*\"",
            "\"99001001-01 \"",
            "\"x,y\""),
    /** Values at and behind the bounds that the document states. */
    BOUND,
    /** The same name twice; only where there are names. */
    DOUBLED,
    /** A name that nobody knows. */
    UNKNOWN_FIELD,
    /** Nothing at all. */
    ABSENT;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tokens;

    Nonsense(String... tokens) {
        this.tokens = List.of(tokens);
    }

    /** JSON, or nearly so, to stand in the place of a value that this schema describes. */
    public String token(JsonNode schema, Random random) {
        List<String> choice = tokens.isEmpty() ? bounds(schema) : tokens;
        return choice.get(random.nextInt(choice.size()));
    }

    private static List<String> bounds(JsonNode schema) {
        List<String> bounds = new ArrayList<>(List.of("0", "-1", "1", "-0.0", "\"0\"", "\"A\"", "\"-\""));
        for (String bound : List.of("minimum", "maximum", "exclusiveMinimum")) {
            if (schema.has(bound)) {
                bounds.add(schema.get(bound).asText());
                bounds.add(schema.get(bound)
                        .decimalValue()
                        .subtract(java.math.BigDecimal.ONE)
                        .toString());
                bounds.add(schema.get(bound)
                        .decimalValue()
                        .add(java.math.BigDecimal.ONE)
                        .toString());
            }
        }
        if (schema.has("maxLength")) {
            int longest = schema.get("maxLength").asInt();
            bounds.add("\"" + "y".repeat(longest) + "\"");
            bounds.add("\"" + "y".repeat(longest + 1) + "\"");
            // two units of UTF-16 each
            bounds.add("\"" + "\\ud83d\\ude00".repeat(longest) + "\"");
        }
        if (schema.has("maxItems")) {
            bounds.add("[" + "1,".repeat(schema.get("maxItems").asInt()) + "1]");
        }
        return bounds;
    }
}

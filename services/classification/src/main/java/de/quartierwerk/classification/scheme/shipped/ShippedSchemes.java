package de.quartierwerk.classification.scheme.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.classification.method.Coded;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The schemes that come with the service; their texts are there in German and English. */
@ApplicationScoped
class ShippedSchemes {
    private static final String FOLDER = "/shipped-schemes/";
    private static final List<String> CODES = List.of(
            "berlin-mss-until-2017",
            "berlin-mss-from-2019",
            "hamburg-sozialmonitoring",
            "gisd",
            "english-imd-2019",
            "muenster-sozialmonitoring",
            "staedteregion-aachen-2018",
            "percent-deviation",
            "quantiles",
            "jenks");

    private final Map<String, JsonNode> files = new TreeMap<>();

    ShippedSchemes(ObjectMapper json) {
        for (String code : CODES) {
            try (InputStream file = ShippedSchemes.class.getResourceAsStream(FOLDER + code + ".json")) {
                files.put(code, json.readTree(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All of them in the order of their codes, without documents. */
    List<ShippedScheme> list(Locale locale) {
        return files.values().stream()
                .map(file -> read(file, locale.getLanguage(), null))
                .toList();
    }

    /** One of them. */
    ShippedScheme get(String code, Locale locale) {
        JsonNode file = files.get(code);
        if (file == null) {
            throw new NotFound("scheme.not-shipped", code);
        }
        return read(file, locale.getLanguage(), file.get("document"));
    }

    /** The document of one of them. */
    JsonNode document(String code) {
        JsonNode file = files.get(code);
        if (file == null) {
            throw new NotFound("scheme.not-shipped", code);
        }
        return file.get("document");
    }

    private static ShippedScheme read(JsonNode file, String language, @Nullable JsonNode document) {
        List<ShippedScheme.Level> levels = new ArrayList<>();
        file.get("levels")
                .forEach(level -> levels.add(new ShippedScheme.Level(
                        level.get("code").asText(),
                        level.get("name").asText(),
                        level.get("rank").asInt())));
        List<ShippedScheme.Indicator> indicators = new ArrayList<>();
        file.get("indicators")
                .forEach(indicator -> indicators.add(new ShippedScheme.Indicator(
                        indicator.get("code").asText(),
                        indicator.get("name").asText(),
                        indicator.get("unit").asText(),
                        indicator.get("kind").asText(),
                        Coded.of(Polarity.class, indicator.get("polarity").asText()))));
        return new ShippedScheme(
                file.get("code").asText(),
                file.get("title").get(language).asText(),
                file.get("source").asText(),
                file.get("documented").get(language).asText(),
                file.get("ours").get(language).asText(),
                levels,
                indicators,
                document);
    }

    /** The document under another code, with other names of levels and indicators where they are given. */
    static JsonNode adapted(
            JsonNode document, String code, Map<String, String> levels, Map<String, String> indicators) {
        ObjectNode adapted = document.deepCopy();
        rename(adapted, levels, indicators);
        return adapted.put("code", code);
    }

    private static void rename(JsonNode node, Map<String, String> levels, Map<String, String> indicators) {
        if (node instanceof ObjectNode object) {
            replace(object, "level", code -> levels.getOrDefault(code, code));
            replace(object, "reference", code -> levels.getOrDefault(code, code));
            for (String field : List.of("indicator", "weight", "orientation")) {
                replace(object, field, code -> indicators.getOrDefault(code, code));
            }
        }
        node.forEach(child -> rename(child, levels, indicators));
    }

    private static void replace(ObjectNode node, String field, UnaryOperator<String> name) {
        if (node.path(field).isTextual()) {
            node.put(field, name.apply(node.get(field).asText()));
        }
    }
}

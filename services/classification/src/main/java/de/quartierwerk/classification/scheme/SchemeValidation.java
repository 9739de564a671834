package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.indicator.Indicators;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.space.Spaces;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks scheme documents: form, sense, and whether the platform knows what they name. */
@ApplicationScoped
public class SchemeValidation {
    private final SchemeLanguage language;
    private final Spaces spaces;
    private final Indicators indicators;
    private final Settling settling;

    SchemeValidation(SchemeLanguage language, Spaces spaces, Indicators indicators, Settling settling) {
        this.language = language;
        this.spaces = spaces;
        this.indicators = indicators;
        this.settling = settling;
    }

    /**
     * A document that was found valid.
     *
     * @param scheme as it is computed
     * @param document without members that are null
     */
    public record Valid(Scheme scheme, JsonNode document) {}

    /**
     * Reads a document. Call it outside of a transaction, since it may wait for events of other services.
     *
     * @param body the document
     * @param at pointer of the document within the request's body
     * @throws Invalid naming each place and reason
     */
    public Valid check(@Nullable JsonNode body, String at) {
        if (body == null || !body.isObject()) {
            throw Invalid.request("request.body-missing", List.of());
        }
        refuse(DocumentForm.errors(body), at);
        JsonNode document = Documents.withoutNulls(body);
        List<InputError> errors = language.errors(document);
        if (errors.isEmpty()) {
            settling.catchUp(Topics.SOCIAL_SPACE, Topics.INDICATOR);
            errors = SchemeRules.check(
                    document,
                    spaces.ranks(),
                    indicators.find(SchemeRules.indicatorsOf(document)).keySet());
        }
        refuse(errors, at);
        return new Valid(SchemeReader.read(document), document);
    }

    private static void refuse(List<InputError> errors, String at) {
        if (!errors.isEmpty()) {
            throw new Invalid(
                    "scheme.invalid",
                    errors.stream().map(error -> moved(error, at)).toList());
        }
    }

    private static InputError moved(InputError error, String at) {
        return new InputError(
                at + error.pointer(), error.line(), error.column(), error.code(), error.value(), error.arguments());
    }
}

package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a list of translations: an object of texts, in which each text may stand once only. */
final class TextsOnce extends JsonDeserializer<Map<String, String>> {
    @Override
    public Map<String, String> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw JsonMappingException.from(parser, "object of texts expected");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String text = HeaderBlock.name(parser.currentName());
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                context.reportInputMismatch(String.class, "text expected");
            }
            if (texts.put(text, parser.getText()) != null) {
                throw JsonMappingException.from(
                        parser,
                        "twice",
                        new Invalid(
                                "mapping.invalid", List.of(InputError.at(pointer, "mapping.text-twice", text, text))));
            }
        }
        return texts;
    }
}

package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import de.quartierwerk.registry.geofile.TextRoom;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a GeoJSON feature, which become a tree only where they are not too large.
 *
 * @param members all of them; where they are too large only those by which the feature is known
 * @param characters how many they have, as far as they were counted
 */
record FeatureProperties(ObjectNode members, int characters) {
    /** Whether they have more characters than there is room for. */
    boolean tooLarge() {
        return characters > TextRoom.MOST_CHARACTERS;
    }

    /**
     * Reads the value that begins with the parser's present token to its end; null where it is no object.
     *
     * @param known members by which the feature is known, whatever its size
     */
    static @Nullable FeatureProperties read(JsonParser parser, ObjectMapper json, Set<String> known)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        TokenBuffer tokens = new TokenBuffer(parser).forceUseOfBigDecimal(true);
        ObjectNode few = json.createObjectNode();
        int characters = 0;
        int depth = 0;
        JsonToken token = parser.currentToken();
        do {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (characters <= TextRoom.MOST_CHARACTERS) {
                characters += 1 + (token.isStructStart() || token.isStructEnd() ? 0 : parser.getTextLength());
                tokens.copyCurrentEvent(parser);
            }
            if (depth == 1 && token.isScalarValue() && known.contains(parser.currentName())) {
                few.set(parser.currentName(), json.readTree(parser));
            }
            token = depth == 0 ? token : parser.nextToken();
        } while (depth > 0);
        boolean small = characters <= TextRoom.MOST_CHARACTERS;
        return new FeatureProperties(small ? json.readTree(tokens.asParser()) : few, characters);
    }
}

package de.quartierwerk.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The realm's files. */
public final class Realm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Realm() {}

    /** The realm of every installation; it holds no user. */
    public static String operated() {
        return ServersCommand.resource("quartierwerk-realm.json");
    }

    /** The realm of every installation with what only local ones have: lists are appended, single settings replaced. */
    public static String local() throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(operated());
        JsonNode local = JSON.readTree(ServersCommand.resource("quartierwerk-local.json"));
        local.properties().forEach(setting -> {
            if (setting.getValue() instanceof ArrayNode list) {
                realm.withArray("/" + setting.getKey()).addAll(list);
            } else {
                realm.set(setting.getKey(), setting.getValue());
            }
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }
}

package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Users that the local realm lacks: officials of another district. Added through Keycloak, password = name. */
final class Officials {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Realm realm;

    /** Users of the realm with this address. */
    Officials(String realm) {
        this.realm = new Realm(realm);
    }

    /** Adds a user with one role and one area; one that exists is left as it is. */
    void add(String name, String role, String area) throws IOException, InterruptedException {
        ObjectNode user = JSON.createObjectNode()
                .put("username", name)
                .put("enabled", true)
                .put("emailVerified", true)
                .put("email", name + "@example.invalid")
                .put("firstName", name)
                .put("lastName", name);
        user.putObject("attributes").putArray("areas").add(area);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", name)
                .put("temporary", false);
        HttpResponse<String> created = realm.send("POST", "/users", user.toString());
        if (created.statusCode() == 409) {
            return;
        }
        Realm.require(created, 201);
        String id = created.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        HttpResponse<String> found = realm.send("GET", "/roles/" + role, null);
        Realm.require(found, 200);
        Realm.require(realm.send("POST", "/users/" + id + "/role-mappings/realm", "[" + found.body() + "]"), 204);
    }
}

package de.quartierwerk.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Answers as soon as the service is there. */
@Path("ready")
public class BareResource {
    /** Something. */
    @GET
    public Ready ready() {
        return new Ready("UP");
    }

    /**
     * What it answers.
     *
     * @param status always UP
     */
    public record Ready(String status) {}
}

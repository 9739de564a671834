package de.quartierwerk.registry.republication;

import de.quartierwerk.kit.republication.RepublicationEndpoint;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Levels and spaces once more, over HTTP. */
@Path("republication")
@Tag(name = "Operations", description = "For those who run the service")
public class RepublicationResource extends RepublicationEndpoint {}

package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who handed an application in.
 *
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApplicationSubmission", description = "Who handed the application in")
public record Submission(@Schema(examples = "supplier") String by, Instant at) {}

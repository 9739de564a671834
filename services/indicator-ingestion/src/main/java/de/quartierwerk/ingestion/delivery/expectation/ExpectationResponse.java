package de.quartierwerk.ingestion.delivery.expectation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored expectation and how far its delivery is.
 *
 * @param code natural key
 * @param version from 1, one more with every change
 * @param delivery what is expected
 * @param state how far the delivery is
 * @param counts of its values
 * @param daysLeft days until it is due, negative when it is overdue
 */
@Schema(name = "ExpectationResponse", description = "A stored expectation and how far its delivery is")
public record ExpectationResponse(
        @Schema(examples = "day-care-2024") String code,
        @Schema(examples = "1") long version,
        @JsonUnwrapped ExpectedDelivery delivery,
        State state,
        Counts counts,
        @Schema(examples = "-3") long daysLeft) {

    /** How far a delivery is (Stand der Lieferung). */
    @Schema(name = "ExpectationState", description = "open, partial, delivered (waits for its release) or released")
    public enum State {
        /** Nothing is there. */
        @JsonProperty("open")
        OPEN,
        /** Some of it is there. */
        @JsonProperty("partial")
        PARTIAL,
        /** All of it is there, some of it waits for its release. */
        @JsonProperty("delivered")
        DELIVERED,
        /** All of it is released. */
        @JsonProperty("released")
        RELEASED
    }

    /**
     * Values of an expectation: one for each of its spaces and indicators.
     *
     * @param expected all of them
     * @param released known ones
     * @param pending delivered ones that wait for their release
     */
    @Schema(name = "ExpectationCounts", description = "Values: one for each space and indicator")
    public record Counts(
            @Schema(examples = "93") long expected,
            @Schema(examples = "60") long released,
            @Schema(examples = "20") long pending) {

        State state() {
            if (expected > 0 && released >= expected) {
                return State.RELEASED;
            }
            if (expected > 0 && released + pending >= expected) {
                return State.DELIVERED;
            }
            return released + pending > 0 ? State.PARTIAL : State.OPEN;
        }

        /** Values that are not there yet. */
        long missing() {
            return expected - released - pending;
        }
    }

    /** Whether somebody has to be reminded of it on the day from which {@link #daysLeft} counts. */
    boolean remind() {
        return daysLeft <= delivery.remindDays() && (state == State.OPEN || state == State.PARTIAL);
    }
}

package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What the audit trail keeps of an application's way; its content is kept when it is written.
 *
 * @param state how far it is
 * @param version version
 * @param steps steps taken so far
 */
record Trace(State state, long version, @JsonUnwrapped StepsResponse steps) {

    static Trace of(Application application) {
        return new Trace(application.state, application.version, application.steps.response());
    }
}

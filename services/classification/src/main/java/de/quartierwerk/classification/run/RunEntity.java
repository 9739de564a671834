package de.quartierwerk.classification.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** The row of a run; what it classifies and works on never changes. */
@Entity
@Table(name = "run")
@DynamicUpdate
class RunEntity {
    @Id
    UUID id;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    long number;

    @Embedded
    Run.Subject subject;

    @Embedded
    Run.Origin origin;

    @Embedded
    Run.Inputs inputs;

    @Embedded
    Run.Ending ending;

    @Embedded
    Run.Publication publication;

    RunEntity() {}

    RunEntity(UUID id, Run.Subject subject, Run.Origin origin, Run.Inputs inputs) {
        this.id = id;
        this.subject = subject;
        this.origin = origin;
        this.inputs = inputs;
        this.ending = Run.Ending.OPEN;
        this.publication = Run.Publication.NONE;
    }

    Run run() {
        return new Run(id, number, subject, origin, inputs, ending, publication);
    }
}

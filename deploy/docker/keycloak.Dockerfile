# Keycloak, built for PostgreSQL so that it starts at once and from a read-only file system.
ARG BASE=quay.io/keycloak/keycloak:26.7.3
FROM ${BASE}

RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true

USER 1000:0
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]

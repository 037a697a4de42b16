# The command in a container:  npm run build && docker build --tag kalint .
#   docker run --rm -v "$PWD:/work" kalint check .
FROM node:22-alpine
COPY package.json LICENSE README.md /opt/kalint/
COPY dist /opt/kalint/dist
COPY docs/rules /opt/kalint/docs/rules
COPY packages/cli/schema /opt/kalint/packages/cli/schema
RUN ln -s /opt/kalint/dist/kalint.js /usr/local/bin/kalint && chmod +x /opt/kalint/dist/kalint.js
USER node
WORKDIR /work
ENTRYPOINT ["kalint"]
CMD ["check", "."]

// Search runs in a worker, and browsers allow a page of the file system none. There a hidden frame takes its place.
if (location.protocol === "file:") {
  const PRELUDE = `
    postMessage = (data) => parent.postMessage(data, "*");
    importScripts = (...sources) => sources.reduce((before, source) => before.then(() => new Promise((done) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = done;
      document.body.append(script);
    })), Promise.resolve());`;

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      this.frame = frame.contentWindow;
      this.frame.document.open();
      this.frame.document.write(`<body><script>${PRELUDE}</script><script src="${url}"></script></body>`);
      this.frame.document.close();
      // Not of the frame element: that one has already told of the empty page that was there before.
      this.ready = new Promise((done) => this.frame.addEventListener("load", done));
      addEventListener("message", (event) => {
        if (event.source !== this.frame) return;
        const heard = new MessageEvent("message", { data: event.data });
        this.dispatchEvent(heard);
        this.onmessage?.(heard);
      });
    }

    async postMessage(data) {
      await this.ready;
      this.frame.dispatchEvent(new MessageEvent("message", { data }));
    }
  };
}

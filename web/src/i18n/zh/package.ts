// Chinese words of the packages: what a lesson in an LMS says of its reports, and the texts beside
// packaged lessons.

import type { en } from '../en.ts';

export const packages: (typeof en)['packages'] = {
  lms: {
    connected: '你的作答会上报到课程平台，并保存在那里。',
    absent: '页面外层没有找到课程平台，作答只保存在当前浏览器里。',
    unreadable: '课程平台上保存的作答无法读取，本课从头开始；下一次作答会覆盖原有记录。',
    looking: '你正在查看已经结束的一次学习，新的作答不会上报。',
    failed: '课程平台没有接受上一次上报（{reason}），下次作答时会再试。',
  },

  readme: {
    title: (version) => `激活函数实验室 ${version} 离线包`,
    start:
      '用任意浏览器打开 start.html，就能学习这个文件夹里的课程：不用联网，不用服务器，也不用安装。',
    lessons: 'lessons/ 里每课一个文件，内容完整，可以单独复制或转发。',
    site: 'site/ 是同样内容的网站，还包括可以嵌入自己网页的图。把这个文件夹放到任何网页服务器的任何路径下即可。',
    progress: '作答保存在本机浏览器里，与文件所在的位置对应。',
    licence: 'MIT 许可证。',
  },
};
